namespace Avance.Functions.Backups;

/// <summary>A table that is in a back-up.</summary>
/// <param name="Ranges">Its rows of a plan, which may depend on what the scope has noted so far.</param>
/// <param name="IsShared">True if its rows may be there without the plan: those that are stay as they are.</param>
public sealed record BackedUpTable(string Name, Func<PlanScope, IEnumerable<RowRange>> Ranges, bool IsShared = false);
