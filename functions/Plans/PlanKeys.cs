using System.Globalization;

namespace Avance.Functions.Plans;

/// <summary>Row keys of the table <c>plans</c>. The partition is the plan id, but for the index of all plans.</summary>
internal static class PlanKeys
{
    /// <summary>The plan itself; it changes with every change of any other row.</summary>
    public const string Plan = "plan";

    /// <summary>The partition with a row for each plan, named by its id. No plan has this id.</summary>
    public const string Index = "|plans";

    private const string UnitPrefix = "unit|";
    private const string ActivityPrefix = "activity|";
    private const string GoalPrefix = "goal|";
    private const string PeriodPrefix = "period|";

    /// <summary>What the keys of all amendments begin with. A plan is read without them.</summary>
    public const string AmendmentRows = "amendment";

    /// <summary>The rows of amendments: from the first, to before the second.</summary>
    public static (string From, string To) Amendments { get; } = (AmendmentRows + "|", AmendmentRows + "}");

    /// <summary><c>unit|OGRH</c></summary>
    public static string Of(Unit unit) => UnitPrefix + unit.Code;

    /// <summary><c>activity|031</c></summary>
    public static string Of(Activity activity) => ActivityPrefix + activity.Number.Key;

    /// <summary><c>goal|034|2022</c></summary>
    public static string Of(Goal goal) =>
        string.Create(CultureInfo.InvariantCulture, $"{GoalPrefix}{goal.Activity.Key}|{goal.Year:D4}");

    /// <summary><c>period|2023-II</c></summary>
    public static string Of(ReportingPeriod period) => PeriodPrefix + period.Id;

    /// <summary><c>amendment|0f8fad5b-d9cb-469f-a165-70867728950e</c></summary>
    public static string Amendment(Guid id) => $"{AmendmentRows}|{id:D}";

    public static bool IsUnit(string key, out string code) => Is(key, UnitPrefix, out code);

    public static bool IsActivity(string key, out string number) => Is(key, ActivityPrefix, out number);

    public static bool IsGoal(string key, out string numberAndYear) => Is(key, GoalPrefix, out numberAndYear);

    public static bool IsPeriod(string key, out string period) => Is(key, PeriodPrefix, out period);

    private static bool Is(string key, string prefix, out string rest)
    {
        var matches = key.StartsWith(prefix, StringComparison.Ordinal);
        rest = matches ? key[prefix.Length..] : "";
        return matches;
    }
}
