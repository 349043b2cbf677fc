using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The report tables and their columns, from the row types.</summary>
internal static class Contract
{
    private static readonly (string Name, Type Type)[] OfStorage =
    [
        ("PartitionKey", typeof(string)),
        ("RowKey", typeof(string)),
    ];

    private static readonly (string Name, Type Type)[] OfThePeriod =
    [
        ("Period", typeof(string)),
        ("Year", typeof(int)),
        ("Semester", typeof(int)),
    ];

    private static readonly (string Name, Type Type)[] OfTheRun =
    [
        ("Plan", typeof(string)),
        ("RunId", typeof(string)),
        ("ComputedAt", typeof(DateTimeOffset)),
    ];

    public static IReadOnlyDictionary<string, Type> RowTypes { get; } =
        typeof(ReportTables)
            .GetProperties()
            .Concat(typeof(NationalTables).GetProperties())
            .Where(table => table.PropertyType.IsGenericType && table.GetMethod is { IsStatic: false })
            .Select(table => table.PropertyType.GetGenericArguments()[0])
            .ToDictionary(row => row.Name[..^"Row".Length].ToLowerInvariant());

    /// <summary>The columns of each table with their types.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Type>> Tables { get; } =
        RowTypes.ToDictionary(
            table => table.Key,
            table => (IReadOnlyDictionary<string, Type>)ColumnsOf(table.Key, table.Value).ToDictionary()
        );

    /// <summary>True for a table of all plans, whose partitions are semesters.</summary>
    public static bool IsNational(string table) => NationalTables.Names.Contains(table);

    private static IEnumerable<KeyValuePair<string, Type>> ColumnsOf(string table, Type row) =>
        OfStorage
            .Concat(OfTheRun.Where(column => !IsNational(table) || column.Name != "Plan"))
            .Concat(table.StartsWith("report", StringComparison.Ordinal) ? OfThePeriod : [])
            .Select(column => KeyValuePair.Create(column.Name, column.Type))
            .Concat(
                row.GetConstructors()
                    .Single()
                    .GetParameters()
                    .Select(column => KeyValuePair.Create(column.Name!, column.ParameterType))
            );
}
