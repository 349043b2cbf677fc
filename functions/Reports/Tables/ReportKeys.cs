using System.Globalization;

namespace Avance.Functions.Reports.Tables;

/// <summary>The row keys, by which Power BI relates tables to dimensions.</summary>
public static class ReportKeys
{
    /// <summary>
    /// The key of a row: it begins with the partition and tells the row from all others of the table, since Power BI relates
    /// tables by one column. A row that is alone in its partition has the partition's key.
    /// </summary>
    /// <param name="key">See <see cref="IReportRow.Key"/>.</param>
    public static string RowKey(this IReportScope scope, string key) =>
        key.Length == 0 ? scope.PartitionKey : $"{scope.PartitionKey}|{key}";

    /// <summary><c>psig-2022-2023|OGRH</c>: a row of <c>dimunit</c>; empty for no unit.</summary>
    public static string OfUnit(PlanId plan, string unit) => unit.Length == 0 ? "" : $"{plan}|{unit}";

    /// <summary><c>psig-2022-2023|034</c>: a row of <c>dimactivity</c>; empty for no activity.</summary>
    public static string OfActivity(PlanId plan, ActivityNumber? activity) =>
        activity is { } number ? $"{plan}|{number.Key}" : "";

    /// <summary>
    /// A row of <c>dimbody</c>: the body's name in capitals, since Power BI compares without them, and with <c>~</c> and four
    /// hexadecimal digits in place of what a key may not have.
    /// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#characters-disallowed-in-key-fields
    /// </summary>
    public static string OfBody(string body) =>
        string.Concat(
            body.Trim()
                .ToUpperInvariant()
                .Select(one =>
                    one is '/' or '\\' or '#' or '?' or '~' || char.IsControl(one)
                        ? string.Create(CultureInfo.InvariantCulture, $"~{(int)one:X4}")
                        : one.ToString()
                )
        );

    /// <summary>The code of an objective or a service, likewise: a policy compares its codes without regard to capitals too.</summary>
    public static string OfCode(string code) => OfBody(code);
}
