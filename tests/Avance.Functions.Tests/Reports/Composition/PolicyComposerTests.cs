using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>The compliance report of the sample policy.</summary>
public sealed class PolicyComposerTests
{
    private static readonly Report Report = ReportCompiler.Compile(
        SamplePolicy.Plan,
        SamplePolicy.Period,
        SamplePolicy.Inputs
    );

    private static readonly ReportDocument Document = ReportComposer.Compose(
        new ReportSources(
            SamplePolicy.Plan,
            [Report],
            TextDrafts
                .Of(SamplePolicy.Plan, TextFigures.Of(Report))
                .ToDictionary(draft => draft.Section.ToString(), draft => draft.Text),
            TestPlan.WhileOpen
        )
    );

    [Fact]
    public void Compose_Policy_HasTheStructureOfTheGoldenFile() =>
        DocumentOutline.Of(Document).ShouldMatchGolden("policy.txt");

    [Fact]
    public void Compose_Policy_HasTheTextsOfTheGoldenFile() =>
        string.Join(
                "\n\n",
                TextDrafts
                    .Of(SamplePolicy.Plan, TextFigures.Of(Report))
                    .Select(draft => $"## {draft.Section}: {draft.Title}\n\n{draft.Text}")
            )
            .ShouldMatchGolden("policy-texts.txt");

    [Fact]
    public void Compose_Summary_HasThePublishedCountsAndShares() =>
        Rows("summary")
            .Select(row => string.Join(" · ", row.Cells.Select(cell => cell[0].Text)))
            .ShouldBe([
                "Objetivos prioritarios · 13 · 4 (31 %) · 2 (15 %) · 7 (54 %)",
                "Servicios · 21 · 6 (29 %) · 11 (52 %) · 4 (19 %)",
                "Total · 34 · 10 (30 %) · 13 (38 %) · 11 (32 %)",
            ]);

    [Fact]
    public void Compose_InferredBaseline_IsMarkedBesideThePercentWithItsTolerance()
    {
        var row = Rows("objective-op.02").Single(one => one.Cells[0][0].Text == "IOP.02.02");

        row.Cells[4].Select(text => text.Text).ShouldBe(["7.07", "Inferida: no se publicó."]);
        row.Cells[7][0].Text.ShouldBe("94 %");
        row.Cells[8]
            .Select(text => text.Text)
            .ShouldBe(["94 %", "Se reproduce: el redondeo del valor permite de 91.0 a 97.0 %."]);
        row.Cells[9][0].Text.ShouldBe("No alcanzó el logro esperado.");
    }

    [Fact]
    public void Compose_ResultBeyondTheLastTarget_SaysTheYear() =>
        Rows("service-s.01")[0]
            .Cells[9]
            .Select(text => text.Text)
            .ShouldBe(["Alcanzó el logro esperado.", "Ya superó el logro esperado de 2030."]);

    [Fact]
    public void Compose_SourceThatWasNotProduced_IsSaidWithItsReason() =>
        Rows("objective-op.06")[0]
            .Cells[9]
            .Select(text => text.Text)
            .ShouldBe(["Sin información.", "La fuente no se produjo.", "La encuesta ENARES no se realizó en 2021."]);

    [Fact]
    public void Compose_Policy_RanksNobody() =>
        Document.Sections.Select(section => section.Id).ShouldNotContain(id => id.StartsWith("unit"));

    private static ValueList<ReportTableRow> Rows(string section) =>
        Document.Sections.Single(one => one.Id == section).Blocks.OfType<TableBlock>().First().Rows;
}
