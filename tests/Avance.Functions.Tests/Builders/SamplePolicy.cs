using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Samples;

namespace Avance.Functions.Tests.Builders;

/// <summary>The sample policy with what its bodies reported in 2021.</summary>
public static class SamplePolicy
{
    public static string Folder { get; } = RepositoryRoot.File("samples/pnig-2021");

    public static Period Period { get; } = new(2021, 2);

    public static Plan Plan { get; } = PlanFileBuilder.Sample("pnig-2021").Build();

    /// <summary>As it was sent and accepted.</summary>
    public static IReadOnlyList<SentGoal> Sent { get; } =
    [.. PolicyProgress.Read(Folder).Select(row => SentOf(row.Activity, row.Year, row.Actual, OutcomeOf(row)))];

    /// <summary>The same with source and reason.</summary>
    public static IReadOnlyList<ActivityProgress> Progress { get; } =
    [.. PolicyProgress.Read(Folder).Select(ProgressOf)];

    public static ReportInputs Inputs { get; } = new(Sent) { Progress = Progress };

    public static ActivityNumber NumberOf(string code) =>
        Plan.Policy!.Indicators.Single(indicator => indicator.Code == code).Activity;

    /// <summary>What was sent of an indicator in the second semester of a year.</summary>
    public static SentGoal SentOf(int activity, int year, decimal? actual, Outcome outcome = Outcome.Reported)
    {
        var number = new ActivityNumber(activity);
        var goal = new ReportedGoal(number, year, new Period(year, 2), outcome, actual);
        return new SentGoal(number, year, goal.Period, ProgressState.Accepted, false, goal);
    }

    private static Outcome OutcomeOf(PolicyProgress row) => Enum.Parse<Outcome>(row.Outcome, ignoreCase: true);

    private static ActivityProgress ProgressOf(PolicyProgress row) =>
        new(
            new ActivityNumber(row.Activity),
            Period,
            2,
            ProgressState.Accepted,
            new ProgressContent(
                [new GoalEntry(row.Year, OutcomeOf(row), row.Actual, row.Reason)],
                "Valor del indicador.",
                [],
                [],
                "",
                row.Actual is null ? "Se pedirá la información a la fuente." : "",
                ""
            )
            {
                Source = row.Source,
            },
            "",
            false,
            "dev:unit-reporter",
            TestPlan.WhileOpen,
            []
        );
}
