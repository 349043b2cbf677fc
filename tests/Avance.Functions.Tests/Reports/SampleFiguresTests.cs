using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Samples;
using Avance.Samples.Figures;

namespace Avance.Functions.Tests.Reports;

/// <summary>The demo's reading of the files that the app makes: it takes the published figures, and no others.</summary>
public sealed class SampleFiguresTests
{
    private static readonly PublishedFigures Published = PublishedFigures.Read(
        RepositoryRoot.File("samples/psig-2022-2023")
    );

    public static TheoryData<string> Wrong =>
        [
            "execution level should be 70.8 and is 70.7.",
            "compliance of DA should be 111 and is 112.",
            "unit 1 should be DTEG and is DA.",
            "percent of activity 34, goal of 2022 should be 123 and is 122.",
            "percent of activity 3, goal of 2023 should be 43 and is .",
            "goals should be 68 and is 67.",
            "balance should be",
        ];

    [Fact]
    public void Compare_FilesOfTheSample_FindsThePublishedFigures()
    {
        var report = SampleReport.Builder();

        Should.NotThrow(() => Published.Compare(OfWord(report), "Word", hasBalance: true));
        Should.NotThrow(() => Published.Compare(OfExcel(report), "Excel", hasBalance: true));
        OfWord(report).Percents.ShouldBe(OfExcel(report).Percents, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Compare_OtherFigureInExcel_SaysWhichItIs(string message)
    {
        var found = OfExcel(Changed(message));

        Should
            .Throw<DemoException>(() => Published.Compare(found, "Excel", hasBalance: true))
            .Message.ShouldStartWith($"Excel: {message}");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Compare_OtherFigureInWord_SaysWhichItIs(string message)
    {
        var report = Changed(message);

        Should
            .Throw<DemoException>(() => Published.Compare(OfWord(report), "Word", hasBalance: true))
            .Message.ShouldStartWith(
                message.StartsWith("goals", StringComparison.Ordinal)
                    ? "The Word file has 0 goals of activity 79, not 1."
                    : $"Word: {message}"
            );
    }

    /// <summary>The sample with one figure that is not as it was published.</summary>
    private static ReportBuilder Changed(string message) =>
        SampleReport
            .Builder()
            .With(report =>
                message.Split(' ') switch
                {
                    ["execution", ..] => report with { Plan = report.Plan with { ExecutionLevelShown = 70.7 } },
                    ["compliance", ..] => report with
                    {
                        Units = report
                            .Units.Select(unit => unit.Unit == "DA" ? unit with { ComplianceShown = 112 } : unit)
                            .ToValueList(),
                    },
                    ["unit", ..] => report with
                    {
                        Units = report
                            .Units.Select(unit => unit.Rank < 3 ? unit with { Rank = 3 - unit.Rank } : unit)
                            .ToValueList(),
                    },
                    ["percent", _, _, "34,", ..] => report with
                    {
                        Goals = report
                            .Goals.Select(goal =>
                                goal is { Activity: 34, GoalYear: 2022 } ? goal with { PercentShown = 122 } : goal
                            )
                            .ToValueList(),
                    },
                    ["percent", ..] => report with
                    {
                        Goals = report
                            .Goals.Select(goal => goal.Activity == 3 ? goal with { InMean = 0 } : goal)
                            .ToValueList(),
                    },
                    ["goals", ..] => report with
                    {
                        Activities = report.Activities.Where(activity => activity.Activity != 79).ToValueList(),
                        Goals = report.Goals.Where(goal => goal.Activity != 79).ToValueList(),
                    },
                    _ => report with
                    {
                        History = report
                            .History.Select(year => year.OfYear == 2022 ? year with { FullyExecuted = 45 } : year)
                            .ToValueList(),
                    },
                }
            );

    private static ReportFigures OfWord(ReportBuilder report)
    {
        using var word = new WordFigures(new MemoryStream(WordFile.Write(report.Compose())));
        return word.Read(Published.Reference);
    }

    private static ReportFigures OfExcel(ReportBuilder report)
    {
        using var file = new MemoryStream();
        var sources = new WorkbookSources(
            report.Plan.Id,
            [new WorkbookPeriod(report.Latest, "run", TestPlan.WhileOpen)],
            new ReportDimensions([], [], [], [], [])
        );
        ExcelWriter.Write("", new ReportSheets(PlanBuilder.Lima).Of(sources), file);
        file.Position = 0;
        using var excel = new ExcelFigures(file);
        return excel.Read("2023-II");
    }
}
