using System.Globalization;

namespace Avance.Functions.Progress;

/// <summary>
/// Row keys of the table <c>progress</c>, whose partition is the plan. All rows of an activity in a period lie
/// together, and the rows of a period, and the periods of a year:
/// <list type="bullet">
/// <item><c>2023-II|034|2022|current</c>: the latest progress, one row a goal; saving a draft overwrites it</item>
/// <item><c>2023-II|034|2022|v000001</c>: each version, as it was sent, returned or accepted</item>
/// <item><c>2023-II|034|receipt|ID</c>: what was answered to a submission or a decision</item>
/// </list>
/// </summary>
internal static class ProgressKeys
{
    // '}' comes after '|', as '.' comes after '-': prefix + '|' <= key < prefix + '}'.
    private const char AfterSeparator = '}';

    public static string Current(Period period, ActivityNumber activity, int goalYear) =>
        string.Create(CultureInfo.InvariantCulture, $"{period}|{activity.Key}|{goalYear}|current");

    public static string Version(Period period, ActivityNumber activity, int goalYear, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{period}|{activity.Key}|{goalYear}|v{version:D6}");

    public static string Receipt(Period period, ActivityNumber activity, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{period}|{activity.Key}|receipt|{id:N}");

    /// <summary>The first key and the one after the last of an activity in a period.</summary>
    public static (string From, string To) RangeOf(Period period, ActivityNumber activity) =>
        ($"{period}|{activity.Key}|", $"{period}|{activity.Key}{AfterSeparator}");

    /// <summary>The first key and the one after the last of the receipts of an activity in a period.</summary>
    public static (string From, string To) RangeOfReceipts(Period period, ActivityNumber activity) =>
        ($"{period}|{activity.Key}|receipt|", $"{period}|{activity.Key}|receipt{AfterSeparator}");

    /// <summary>The first key and the one after the last of a period.</summary>
    public static (string From, string To) RangeOf(Period period) => ($"{period}|", $"{period}{AfterSeparator}");

    /// <summary>The first key and the one after the last of both periods of a year.</summary>
    public static (string From, string To) RangeOf(int year) =>
        (
            string.Create(CultureInfo.InvariantCulture, $"{year}-"),
            string.Create(CultureInfo.InvariantCulture, $"{year}.")
        );

    public static (ActivityNumber Activity, Period Period, int GoalYear) Parse(string rowKey)
    {
        var parts = rowKey.Split('|');
        return (
            ActivityNumber.Parse(parts[1], CultureInfo.InvariantCulture),
            Period.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture)
        );
    }
}
