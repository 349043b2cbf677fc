using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.National;

public sealed class NationalComposerTests
{
    private static readonly ReportNationalPlanRow[] Plans =
    [
        TestReports.National("mimp", TestReports.Sector),
        TestReports.National("minsa", TestReports.Sector with { Body = "MINSA", Closed = 0 }),
        TestReports.National("politica", TestReports.Policy),
        TestReports.National(
            "produce",
            TestReports.Sector with
            {
                Body = "PRODUCE",
                FullyExecuted = 4,
                ExecutionLevel = 100,
            }
        ),
        TestReports.National("trabajo", TestReports.WorkPlan) with
        {
            Achievements = 1,
        },
    ];

    [Fact]
    public void Compose_ComparablePlans_AreRankedAndTheOthersSayWhy()
    {
        var comparison = SectionOf(Compose(), "national-comparison");

        CellsOf(comparison, 0).Select(row => $"{row[0]} {row[3]}").ShouldBe(["PRODUCE 100 %", "MIMP 75 %"]);
        CellsOf(comparison, 1)
            .Select(row => $"{row[0]}: {row[2]}")
            .ShouldBe([
                "MINSA: Su periodo sigue abierto: sus cifras pueden cambiar.",
                "MIMP: Mide indicadores o entregas, no actividades con metas.",
                "MIMP: Mide indicadores o entregas, no actividades con metas.",
            ]);
    }

    [Fact]
    public void Compose_Bodies_SayWhoHasAGroupAndAPlan() =>
        CellsOf(SectionOf(Compose(), "national-bodies"), 0)
            .Select(row => string.Join(" | ", row))
            .ShouldBe([
                "MIMP | CSIG-MIMP | Sí | Completo | 66 de 66 | 0",
                "MINSA | Sin grupo registrado | Sí | Completo | 66 de 66 | 2",
                "PNP | Sin grupo registrado | No | Sin plan abierto en Avance | — | 1",
                "PRODUCE | Sin grupo registrado | Sí | Completo | 66 de 66 | 0",
            ]);

    [Fact]
    public void Compose_AchievementsOfMorePlansThanAreTold_SaysSo()
    {
        var document = Compose();

        SectionOf(document, "national-achievements")
            .Blocks.OfType<ParagraphBlock>()
            .Select(block => block.Text.Text)
            .ShouldHaveSingleItem()
            .ShouldStartWith("Se detallan los logros de 0 planes");
        document.Sections.ShouldNotContain(section =>
            section.Id.StartsWith("national-theme", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Compose_Achievements_AreToldByTheme()
    {
        var document = Compose(TestReports.Achievement("DIRECTIVAS"));

        var theme = SectionOf(document, "national-theme-1");
        theme.Title.ShouldBe("Directivas");
        CellsOf(theme, 0).ShouldHaveSingleItem().ShouldBe(["MIMP", "15/05/2023", "Directiva emitida", "—"]);
        SectionOf(document, "national-achievements").Blocks.OfType<ParagraphBlock>().ShouldBeEmpty();
    }

    private static ReportDocument Compose(params ReportAchievementRow[] told)
    {
        var tally = new NationalTally([new NationalGroup("CSIG-MIMP", "Ministerio de la Mujer", [new PlanId("mimp")])]);
        foreach (var plan in Plans)
        {
            tally.Add(plan);
        }

        var counted = tally.ToPeriod()!;
        return NationalComposer.Compose(
            new NationalView(
                TestReports.Second,
                TestPlan.WhileOpen,
                IsConsolidating: false,
                counted.Totals,
                counted.Bodies,
                Plans,
                [new NationalTheme("Directivas", 1, 1, 0)]
            ),
            new NationalDetails(
                new Dictionary<string, IReadOnlyList<ReportObjectiveRow>>(),
                told.Length == 0 ? [] : [(Plans[^1], told)]
            )
        );
    }

    private static ReportSection SectionOf(ReportDocument document, string id) =>
        document.Sections.Single(section => section.Id == id);

    private static IEnumerable<string[]> CellsOf(ReportSection section, int table) =>
        section
            .Blocks.OfType<TableBlock>()
            .ElementAt(table)
            .Rows.Select(row => row.Cells.Select(cell => cell.Single().Text).ToArray());
}
