namespace Avance.Functions.Progress;

/// <summary>What a unit fills in for one goal.</summary>
/// <param name="Year">The year of the goal.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Executed">0 to 1,000,000,000 with at most 4 decimals; given if and only if the outcome is <see cref="Outcome.Reported"/>.</param>
/// <param name="Reason">Why there is no number; required for every other outcome.</param>
public sealed record GoalEntry(int Year, Outcome Outcome, decimal? Executed = null, string Reason = "");
