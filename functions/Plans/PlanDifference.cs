using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>Finds the rows in which two states of a plan differ, save the row of the plan itself.</summary>
internal static class PlanDifference
{
    /// <summary>
    /// What has to be written, in an order in which each row's references are there before it: an import that stops
    /// halfway leaves a plan that can be read.
    /// </summary>
    public static List<TableTransactionAction> Between(Plan? before, Plan after)
    {
        var actions = new List<TableTransactionAction>();
        Add(actions, before?.Units, after.Units, PlanKeys.Of, unit => PlanRows.From(after.Id, unit));
        Add(
            actions,
            before?.Activities.Select(activity => PlanAssembly.Resolve(activity, after.Units)),
            after.Activities,
            PlanKeys.Of,
            activity => PlanRows.From(after.Id, activity)
        );
        Add(actions, before?.Goals, after.Goals, PlanKeys.Of, goal => PlanRows.From(after.Id, goal));
        Add(actions, before?.Periods, after.Periods, PlanKeys.Of, period => PlanRows.From(after.Id, period));

        // Only a unit that was renamed or replaced goes; its name lives on as an alias.
        var units = after.Units.Select(PlanKeys.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in (before?.Units ?? []).Select(PlanKeys.Of).Where(key => !units.Contains(key)))
        {
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(after.Id.ToString(), gone)));
        }

        return actions;
    }

    private static void Add<TRow>(
        List<TableTransactionAction> actions,
        IEnumerable<TRow>? before,
        IEnumerable<TRow> after,
        Func<TRow, string> key,
        Func<TRow, TableEntity> toRow
    )
        where TRow : notnull
    {
        var known = (before ?? []).ToDictionary(key, StringComparer.Ordinal);
        actions.AddRange(
            after
                .Where(row => !known.TryGetValue(key(row), out var old) || !old.Equals(row))
                .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, toRow(row)))
        );
    }
}
