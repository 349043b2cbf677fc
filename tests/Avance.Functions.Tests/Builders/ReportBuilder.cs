using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Tables;
using Avance.Samples;

namespace Avance.Functions.Tests.Builders;

/// <summary>What a document is composed of: figures as they are compiled, and what people wrote beside them.</summary>
public sealed class ReportBuilder
{
    private static readonly string Folder = RepositoryRoot.File("samples/psig-2022-2023");

    private readonly Plan plan;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<Report> periods = [];

    private ReportBuilder(Plan plan)
    {
        this.plan = plan;
    }

    public Plan Plan => plan;

    public Report Latest => periods[^1];

    /// <summary>A plan's report of the second semester, of which nobody wrote anything.</summary>
    public static ReportBuilder Of(Plan plan, params IReadOnlyCollection<SentGoal> sent)
    {
        var builder = new ReportBuilder(plan);
        builder.periods.Add(ReportCompiler.Compile(plan, TestPlan.Second, new ReportInputs(sent)));
        return builder;
    }

    /// <summary>The plan that a ministry published, with its figures of 2023.</summary>
    public static ReportBuilder Sample()
    {
        var reference = ReferenceProgress.Read(Folder);
        var builder = Of(
            PlanBuilder.Read(File.ReadAllBytes($"{Folder}.xlsx"), null).Draft!,
            [.. reference.Select(goal => Sent(goal.Activity, goal.GoalYear, goal.Executed, goal.Outcome))]
        );
        var documents = reference
            .GroupBy(goal => goal.Activity)
            .ToDictionary(
                goals => goals.Key,
                goals => string.Join('\n', goals.SelectMany(goal => goal.Documents).Distinct())
            );
        return builder.Activities(activity => activity with { DocumentsCited = documents[activity.Activity] });
    }

    /// <summary>Goal by goal what was sent in the second semester and accepted.</summary>
    public static SentGoal Sent(int activity, int year, decimal? executed, string outcome = "Reported")
    {
        var goal = new ReportedGoal(
            new ActivityNumber(activity),
            year,
            TestPlan.Second,
            Enum.Parse<Outcome>(outcome.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            executed
        );
        return new SentGoal(goal.Activity, year, goal.Period, ProgressState.Accepted, false, goal);
    }

    /// <summary>Changes the report of the latest period.</summary>
    public ReportBuilder With(Func<Report, Report> change)
    {
        periods[^1] = change(periods[^1]);
        return this;
    }

    public ReportBuilder Activities(Func<ReportActivityRow, ReportActivityRow> change) =>
        With(report => report with { Activities = report.Activities.Select(change).ToValueList() });

    public ReportBuilder Activity(int number, Func<ReportActivityRow, ReportActivityRow> change) =>
        Activities(row => row.Activity == number ? change(row) : row);

    public ReportBuilder Evaluation(int number, string text, params string[] notes) =>
        Activity(number, row => row with { Evaluation = text, HasEvaluation = 1, Notes = string.Join('\n', notes) });

    public ReportBuilder Factor(int number, string kind, string author, string text) =>
        With(report =>
            report with
            {
                Factors =
                [
                    .. report.Factors,
                    new ReportFactorRow(
                        $"{author}|{report.Factors.Count}",
                        number,
                        "",
                        UnitOf(number),
                        "",
                        kind,
                        author,
                        text
                    ),
                ],
            }
        );

    public ReportBuilder Recommendation(int number, string document, string text) =>
        With(report =>
            report with
            {
                Recommendations =
                [
                    .. report.Recommendations,
                    new ReportRecommendationRow(
                        $"d-{report.Recommendations.Count}",
                        report.Recommendations.Count + 1,
                        UnitOf(number),
                        "",
                        number,
                        "",
                        document,
                        "NumberMissing",
                        "Drafted",
                        text
                    ),
                ],
            }
        );

    public ReportBuilder Finding(
        int number,
        string title,
        string detail,
        string state = "Open",
        string decision = "None"
    ) =>
        With(report =>
        {
            var row = new ReportFindingRow(
                $"finding-{report.Findings.Count}",
                number,
                "",
                UnitOf(number),
                "",
                "number-missing",
                title,
                "Warning",
                state,
                decision,
                decision == "Dismiss" ? 0 : 1,
                "",
                0,
                TestPlan.WhileOpen
            );
            return report with
            {
                Findings = [.. report.Findings, row],
                Details = [.. report.Details, new ReportDetail(row.Key, detail)],
            };
        });

    public ReportBuilder Evidence(int number, string file, string document = "", string type = "AttendanceList") =>
        With(report =>
        {
            var row = new ReportEvidenceRow(
                $"file-{report.Evidence.Count}",
                number,
                "",
                UnitOf(number),
                "",
                type,
                "Pdf",
                document,
                document.Length > 0 ? 1 : 0,
                "Read",
                1,
                1,
                4,
                0,
                0,
                0,
                0,
                0,
                20_480,
                new string('0', 64),
                TestPlan.WhileOpen
            );
            return report with
            {
                Evidence = [.. report.Evidence, row],
                Details = [.. report.Details, new ReportDetail(row.Key, file)],
            };
        });

    /// <summary>A figure of a year; of the plan if neither unit nor activity is given.</summary>
    public ReportBuilder Year(
        int year,
        double percent,
        int programmed = 0,
        int fullyExecuted = 0,
        string unit = "",
        int activity = 0,
        string source = ""
    ) =>
        With(report =>
            report with
            {
                History =
                [
                    .. report.History,
                    new ReportHistoryRow(
                        "Year",
                        year,
                        0,
                        activity > 0 ? "Activity"
                            : unit.Length > 0 ? "Unit"
                            : "Plan",
                        unit,
                        "",
                        activity,
                        "",
                        programmed,
                        fullyExecuted,
                        percent,
                        percent,
                        1,
                        source.Length > 0 ? 1 : 0,
                        source
                    ),
                ],
            }
        );

    /// <summary>An achievement that a test changes.</summary>
    public static ReportAchievementRow Achievement() =>
        new(
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "Directivas y normas",
            3,
            "Directiva emitida",
            "",
            "2023-05-15",
            "",
            "",
            "",
            "",
            0,
            "",
            "MIMP",
            0,
            0,
            0,
            0,
            0,
            0,
            ""
        );

    public ReportBuilder Achievements(params ReportAchievementRow[] rows) =>
        With(report => report with { Achievements = rows.ToValueList() });

    public ReportBuilder Text(string section, string text)
    {
        texts[section] = text;
        return this;
    }

    /// <summary>The report of the semester before, which makes it one of the year.</summary>
    public ReportBuilder Before(Report report)
    {
        periods.Insert(0, report);
        return this;
    }

    public ReportSources Build() =>
        new(plan, periods.ToValueList(), texts, new DateTimeOffset(2024, 1, 31, 9, 0, 0, TimeSpan.FromHours(-5)));

    public ReportDocument Compose() => ReportComposer.Compose(Build());

    private string UnitOf(int number) => Latest.Activities.Single(row => row.Activity == number).Unit;
}
