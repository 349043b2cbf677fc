using System.Globalization;

namespace Avance.Functions.Plans;

/// <summary>Row keys of the table <c>plans</c>. The partition is the plan id, but for the index of all plans.</summary>
internal static class PlanKeys
{
    /// <summary>The plan itself, all of it but for what is too large for a row.</summary>
    public const string Plan = "plan";

    /// <summary>The partition with a row for each plan, named by its id. No plan has this id.</summary>
    public const string Index = "|plans";

    /// <summary>What the keys of all amendments begin with.</summary>
    public const string AmendmentRows = "amendment";

    /// <summary>What the keys of the rows begin with that earlier code kept beside the plan, and nothing reads.</summary>
    public static IReadOnlyList<string> FormerRows { get; } = ["activity", "goal", "period", "unit"];

    /// <summary><c>amendment|0f8fad5b-d9cb-469f-a165-70867728950e</c></summary>
    public static string Amendment(Guid id) => $"{AmendmentRows}|{id:D}";

    /// <summary><c>plan|1</c>: what is too large for the row of the plan.</summary>
    public static string Further(int number) => string.Create(CultureInfo.InvariantCulture, $"{Plan}|{number}");
}
