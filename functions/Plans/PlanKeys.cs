using System.Globalization;

namespace Avance.Functions.Plans;

/// <summary>
/// Row keys of the table <c>plans</c>. The partition is the plan id, except for the index of all plans.
/// </summary>
internal static class PlanKeys
{
    /// <summary>The plan, as much of it as one row takes.</summary>
    public const string Plan = "plan";

    /// <summary>The partition with a row for each plan, named by its id. No plan has this id.</summary>
    public const string Index = "|plans";

    /// <summary>Prefix of the keys of amendments.</summary>
    public const string AmendmentRows = "amendment";

    /// <summary>Prefixes of the keys of rows that earlier code wrote beside the plan; they are no longer read.</summary>
    public static IReadOnlyList<string> LegacyRows { get; } = ["activity", "goal", "period", "unit"];

    /// <summary><c>amendment|0f8fad5b-d9cb-469f-a165-70867728950e</c></summary>
    public static string Amendment(Guid id) => $"{AmendmentRows}|{id:D}";

    /// <summary><c>plan|1</c>: the part of the plan that its first row does not take.</summary>
    public static string Overflow(int number) => string.Create(CultureInfo.InvariantCulture, $"{Plan}|{number}");
}
