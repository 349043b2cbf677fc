using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>The report of a work plan: what was due, counted by product and by body.</summary>
public sealed class WorkPlanComposerTests
{
    private static readonly Period Period = new(2022, 1);

    private static readonly Plan Plan = WorkPlanRules.Resolve(
        PlanFileBuilder.Sample("conaig-2021-2022").Imported(),
        PlanFileBuilder.Sample("pnig-2021").Build()
    );

    private static readonly ReportDocument Document = ReportComposer.Compose(
        new ReportSources(Plan, [Compile()], new Dictionary<string, string>(), TestPlan.WhileOpen)
    );

    [Fact]
    public void Compose_WorkPlan_RanksNoBodies()
    {
        var sections = Document.Sections.Select(section => section.Id).ToList();

        sections[0].ShouldBe("deliveries");
        sections.ShouldNotContain("compliance");
        sections.ShouldNotContain("unit-summaries");
    }

    [Fact]
    public void Compose_Deliveries_AreCountedByProduct()
    {
        var rows = Tables()[0].Rows.Select(Text).ToList();

        rows[0].ShouldBe("1|Normas institucionales que aprueban protocolos|20|1");
        rows[^1].ShouldStartWith("|Total|");
    }

    [Fact]
    public void Compose_Matrix_SaysOfEachBodyWhatItOwedAndDelivered()
    {
        var matrix = Tables()[1];

        matrix.Columns.Select(column => column.Title).ShouldBe(["Entidad", "N° 1", "N° 2", "N° 3", "N° 6"]);
        matrix.Rows.Select(Text).ShouldContain("CONAIG|—|—|No entregó|No entregó");
        matrix
            .Rows.Select(Text)
            .Single(row => row.StartsWith("MIMP|", StringComparison.Ordinal))
            .ShouldStartWith("MIMP|Entregó|");
    }

    [Fact]
    public void Compose_DeliveryAfterThePeriodWasDue_SaysSo()
    {
        var late = ReportComposer.Compose(
            new ReportSources(Plan, [Compile(late: true)], new Dictionary<string, string>(), TestPlan.WhileOpen)
        );

        Tables(late)[1].Rows.Select(Text).ShouldContain(row => row.Contains("|Entregó fuera de plazo|"));
        Tables()[1].Rows.Select(Text).ShouldNotContain(row => row.Contains("fuera de plazo"));
    }

    private static IReadOnlyList<TableBlock> Tables(ReportDocument? document = null) =>
        [.. (document ?? Document).Sections[0].Blocks.OfType<TableBlock>()];

    private static string Text(ReportTableRow row) =>
        string.Join('|', row.Cells.Select(cell => string.Concat(cell.Select(text => text.Text))));

    private static Report Compile(bool late = false)
    {
        var norm = Plan.WorkPlan!.Deliveries[0].Activity;
        var goal = new ReportedGoal(norm, Period.Year, Period, Outcome.Reported, 1);
        SentGoal[] sent = [new SentGoal(norm, Period.Year, Period, ProgressState.Accepted, late, goal)];
        return ReportCompiler.Compile(Plan, Period, new ReportInputs(sent));
    }
}
