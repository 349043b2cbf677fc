namespace Avance.Functions.Reports.Tables;

/// <summary>Partitions from one key up to, and without, another one.</summary>
public sealed record KeyRange(string From, string To)
{
    /// <summary>Those of a plan's periods: <c>}</c> comes after the <c>|</c> that parts a key.</summary>
    public static KeyRange Of(PlanId plan) => new($"{plan}|", $"{plan}}}");
}
