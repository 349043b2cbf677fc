namespace Avance.Functions.Findings;

/// <summary>Names a claim within its plan: what is reported of an activity in a period.</summary>
public readonly record struct ClaimAddress(Period Period, ActivityNumber Activity)
{
    /// <summary>For subjects: <c>2023-I|039</c>.</summary>
    internal string Key => $"{Period}|{Activity.Key}";
}
