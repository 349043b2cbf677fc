namespace Avance.Functions.Reports.History;

/// <summary>What an activity reached in an imported year.</summary>
/// <param name="Activity">Its number in this plan, also where an earlier plan gave it another one.</param>
/// <param name="Percent">0 to 1,000,000 with at most 4 decimals.</param>
public sealed record ImportedActivity(ActivityNumber Activity, decimal Percent);
