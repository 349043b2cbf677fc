using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Runs;

/// <summary>What is different of activities and their goals between two reports, in words. Pure.</summary>
internal static class ActivityChanges
{
    private const string States = "change.state";
    private const string Outcomes = "change.outcome";

    public static IEnumerable<string> Between(Report before, Report after) =>
        ReportChanges
            .Changed(before.Activities, after.Activities, row => row.Key, Activity)
            .Concat(ReportChanges.Changed(before.Goals, after.Goals, row => row.Key, Goal))
            .OrderBy(one => one.Activity)
            .SelectMany(one => one.Texts);

    private static Sentences? Activity(ReportActivityRow? before, ReportActivityRow? after) =>
        (before, after) switch
        {
            (null, { } now) => new(now.Activity, [Text("activity-new", now.Activity, now.Title)]),
            ({ } old, null) => new(old.Activity, [Text("activity-gone", old.Activity, old.Title)]),
            ({ } old, { } now) => new(now.Activity, [.. DescribeActivity(old, now)]),
            _ => null,
        };

    private static IEnumerable<string> DescribeActivity(ReportActivityRow old, ReportActivityRow now)
    {
        if (old.State != now.State)
        {
            yield return Text("state", now.Activity, StateOf(old), StateOf(now));
        }

        if ((old.Evaluation, old.Notes, old.HasEvaluation) != (now.Evaluation, now.Notes, now.HasEvaluation))
        {
            var key = (old.HasEvaluation, now.HasEvaluation) switch
            {
                (0, 1) => "evaluation-new",
                (1, 0) => "evaluation-gone",
                _ => "evaluation",
            };
            yield return Text(key, now.Activity);
        }

        if (old.Files != now.Files)
        {
            yield return Text("files", now.Activity, old.Files, now.Files);
        }

        if (old.Findings != now.Findings)
        {
            yield return Text("findings", now.Activity, old.Findings, now.Findings);
        }
    }

    private static Sentences? Goal(ReportGoalRow? before, ReportGoalRow? after) =>
        (before, after) switch
        {
            (null, { } now) => new(now.Activity, [Text("goal-new", now.Activity, now.GoalYear, now.Target)]),
            ({ } old, null) => new(old.Activity, [Text("goal-gone", old.Activity, old.GoalYear)]),
            ({ } old, { } now) => new(now.Activity, [.. DescribeGoal(old, now)]),
            _ => null,
        };

    private static IEnumerable<string> DescribeGoal(ReportGoalRow old, ReportGoalRow now)
    {
        if (old.Target != now.Target)
        {
            yield return Text("target", now.Activity, now.GoalYear, old.Target, now.Target);
        }

        if ((old.Executed, old.InMean, old.Outcome) != (now.Executed, now.InMean, now.Outcome))
        {
            yield return Text("goal", now.Activity, now.GoalYear, Figure(old), Figure(now));
        }
    }

    /// <summary><c>86 (123 %)</c>, or what became of the goal where there is no percent.</summary>
    private static string Figure(ReportGoalRow row) =>
        row.InMean == 1 ? Text("figure", row.Executed, row.PercentShown) : Messages.Text($"{Outcomes}.{row.Outcome}");

    private static string StateOf(ReportActivityRow row) => Messages.Text($"{States}.{row.State}");

    private static string Text(string key, params object?[] arguments) => ReportChanges.Text(key, arguments);

    private sealed record Sentences(int Activity, ValueList<string> Texts);
}
