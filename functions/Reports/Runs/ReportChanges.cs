using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Runs;

/// <summary>What is different between two reports of a period, in words. Pure.</summary>
public static class ReportChanges
{
    /// <summary>Sentences that are listed; of more, only how many they are.</summary>
    public const int MaxSentences = 200;

    private const string Prefix = "change";

    /// <returns>Sentences in Spanish: the plan first, then units by rank, then activities by number.</returns>
    public static ValueList<string> Between(Report before, Report after)
    {
        List<string> all =
        [
            .. Closing(before.Plan, after.Plan),
            .. Execution(before.Plan, after.Plan),
            .. Changed(before.Units, after.Units, row => row.Unit, Unit)
                .OrderBy(one => one.Order)
                .Select(one => one.Text),
            .. ActivityChanges.Between(before, after),
            .. Recommendations(before.Recommendations, after.Recommendations),
            .. Others(before, after),
        ];
        return all.Count <= MaxSentences
            ? all.ToValueList()
            : [.. all.Take(MaxSentences), Text("more", all.Count - MaxSentences)];
    }

    internal static string Text(string key, params object?[] arguments) => Messages.Text($"{Prefix}.{key}", arguments);

    /// <summary>The rows of both, and of either alone, by their keys.</summary>
    internal static IEnumerable<TResult> Changed<TRow, TResult>(
        IEnumerable<TRow> before,
        IEnumerable<TRow> after,
        Func<TRow, string> key,
        Func<TRow?, TRow?, TResult?> describe
    )
        where TRow : class
        where TResult : class
    {
        var old = before.ToDictionary(key, StringComparer.Ordinal);
        var now = after.ToDictionary(key, StringComparer.Ordinal);
        return old
            .Keys.Union(now.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(one => (Old: old.GetValueOrDefault(one), Now: now.GetValueOrDefault(one)))
            .Where(pair => pair.Old != pair.Now)
            .Select(pair => describe(pair.Old, pair.Now))
            .OfType<TResult>();
    }

    private static IEnumerable<string> Closing(ReportPlanRow before, ReportPlanRow after) =>
        before.Closed == after.Closed ? [] : [Text(after.Closed == 1 ? "closed" : "reopened")];

    private static IEnumerable<string> Execution(ReportPlanRow before, ReportPlanRow after)
    {
        if ((before.Programmed, before.FullyExecuted) != (after.Programmed, after.FullyExecuted))
        {
            yield return Text(
                "execution",
                before.ExecutionLevelShown,
                after.ExecutionLevelShown,
                before.FullyExecuted,
                before.Programmed,
                after.FullyExecuted,
                after.Programmed
            );
        }
    }

    private static UnitSentence? Unit(ReportUnitRow? before, ReportUnitRow? after) =>
        (before, after) switch
        {
            (null, { } now) => new(now.Rank, Text("unit-new", now.Unit, Percent(now))),
            ({ } old, null) => new(old.Rank, Text("unit-gone", old.Unit)),
            ({ } old, { } now) when (old.Compliance, old.GoalsInMean) != (now.Compliance, now.GoalsInMean) => new(
                now.Rank,
                Text(
                    old.Rank == now.Rank ? "unit" : "unit-place",
                    now.Unit,
                    Percent(old),
                    Percent(now),
                    old.Rank,
                    now.Rank
                )
            ),
            ({ } old, { } now) when old.Rank != now.Rank => new(
                now.Rank,
                Text("unit-rank", now.Unit, old.Rank, now.Rank)
            ),
            _ => null,
        };

    private static string Percent(ReportUnitRow row) =>
        row.GoalsInMean == 0 ? Text("no-percent") : Text("percent", row.ComplianceShown);

    private static IEnumerable<string> Recommendations(
        ValueList<ReportRecommendationRow> before,
        ValueList<ReportRecommendationRow> after
    )
    {
        if (before.Count != after.Count)
        {
            yield return Text("recommendations", before.Count, after.Count);
        }

        var edited = Changed(before, after, row => row.Key, (old, now) => old?.Text == now?.Text ? null : now)
            .Count(now => now.Origin != "Drafted");
        if (edited > 0)
        {
            yield return Text(edited == 1 ? "recommendation-edited" : "recommendations-edited", edited);
        }
    }

    /// <summary>Of what no sentence above tells.</summary>
    private static IEnumerable<string> Others(Report before, Report after)
    {
        (string Key, bool IsChanged)[] others =
        [
            ("history", !before.History.Equals(after.History)),
            ("evidence", !before.Evidence.Equals(after.Evidence)),
            ("factors", !before.Factors.Equals(after.Factors)),
            ("achievements", !before.Achievements.Equals(after.Achievements)),
            ("reminders", !before.Reminders.Equals(after.Reminders)),
            ("workPlan", !Equals(before.WorkPlan, after.WorkPlan)),
            ("policy", !Equals(before.Policy, after.Policy)),
        ];
        return others.Where(other => other.IsChanged).Select(other => Text(other.Key));
    }

    private sealed record UnitSentence(int Order, string Text);
}
