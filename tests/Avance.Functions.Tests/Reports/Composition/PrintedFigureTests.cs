using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>No figure of a report is computed when it is composed: a row's figure changes, the printed one does.</summary>
public sealed class PrintedFigureTests
{
    private static readonly ReportBuilder Sample = SampleReport.Builder();

    /// <summary>A figure of the rows, how it is set, and how often the report prints it.</summary>
    private static readonly (string Name, Func<Report, int, Report> Set, bool IsPercent)[] Figures =
    [
        ("plan programmed", (report, value) => report with { Plan = report.Plan with { Programmed = value } }, false),
        ("plan executed", (report, value) => report with { Plan = report.Plan with { FullyExecuted = value } }, false),
        (
            "plan below",
            (report, value) => report with { Plan = report.Plan with { BelowFullExecution = value } },
            false
        ),
        (
            "plan level",
            (report, value) => report with { Plan = report.Plan with { ExecutionLevelShown = value } },
            true
        ),
        ("plan units", (report, value) => report with { Plan = report.Plan with { Units = value } }, false),
        ("unit compliance", (report, value) => Units(report, unit => unit with { ComplianceShown = value }), true),
        ("unit programmed", (report, value) => Units(report, unit => unit with { Programmed = value }), false),
        ("unit executed", (report, value) => Units(report, unit => unit with { FullyExecuted = value }), false),
        ("goal target", (report, value) => Goals(report, goal => goal with { Target = value }), false),
        ("goal executed", (report, value) => Goals(report, goal => goal with { Executed = value }), false),
        ("goal percent", (report, value) => Goals(report, goal => goal with { PercentShown = value }), true),
        ("year programmed", (report, value) => Years(report, year => year with { Programmed = value }), false),
        ("year executed", (report, value) => Years(report, year => year with { FullyExecuted = value }), false),
        ("year level", (report, value) => Years(report, year => year with { PercentShown = value }), true),
    ];

    [Fact]
    public void Compose_FigureOfARow_IsPrintedAsTheRowHasIt()
    {
        // Values that no other figure of the sample has.
        var values = Gen.Choose(1_000_000, 2_000_000_000);
        var cases = Gen.Elements(Figures).SelectMany(figure => values.Select(value => (Figure: figure, Value: value)));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(
                Arb.From(cases),
                one =>
                {
                    var sources = Sample.Build();
                    var changed = one.Figure.Set(sources.Latest, one.Value);
                    var text = $"{one.Value.ToString("#,##0", Messages.Culture)}{(one.Figure.IsPercent ? " %" : "")}";

                    Printed(sources, text).ShouldBe(0, one.Figure.Name);
                    Printed(sources with { Periods = [changed] }, text).ShouldBeGreaterThan(0, one.Figure.Name);
                }
            )
        );
    }

    private static int Printed(ReportSources sources, string text) =>
        DocumentOutline
            .Texts(ReportComposer.Compose(sources))
            .Count(printed => printed.Contains(text, StringComparison.Ordinal));

    private static Report Units(Report report, Func<ReportUnitRow, ReportUnitRow> change) =>
        report with
        {
            Units = [change(report.Units[0]), .. report.Units.Skip(1)],
        };

    private static Report Goals(Report report, Func<ReportGoalRow, ReportGoalRow> change) =>
        report with
        {
            Goals = report
                .Goals.Select(goal => goal is { Activity: 34, GoalYear: 2023 } ? change(goal) : goal)
                .ToValueList(),
        };

    private static Report Years(Report report, Func<ReportHistoryRow, ReportHistoryRow> change) =>
        report with
        {
            History = [change(report.History[0]), .. report.History.Skip(1)],
        };
}
