using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>The columns of the sheet of a row type: what all rows have, then those of the type, then its key.</summary>
internal sealed class SheetLayout<TRow>
    where TRow : class, IReportRow
{
    private readonly string table = ReportTables.NameOf(typeof(TRow));
    private readonly Column[] columns;
    private readonly ValueList<SheetColumn> shown;

    private SheetLayout(bool isOfPeriod)
    {
        Column[] before = isOfPeriod
            ?
            [
                new("Plan", typeof(string), (_, common, _) => common.Plan!),
                new("Period", typeof(string), (_, common, _) => common.Period!.Value.ToString()),
                new("Year", typeof(int), (_, common, _) => common.Period!.Value.Year),
                new("Semester", typeof(int), (_, common, _) => common.Period!.Value.Semester),
            ]
            : [new("Plan", typeof(string), (_, common, _) => common.Plan!)];
        Column[] after = isOfPeriod
            ?
            [
                new("ComputedAt", typeof(DateTimeOffset), (_, common, _) => common.ComputedAt),
                new("RunId", typeof(string), (_, common, _) => common.RunId),
                new("RowKey", typeof(string), (_, _, key) => key),
            ]
            : [new("RowKey", typeof(string), (_, _, key) => key)];
        columns =
        [
            .. before,
            .. ReportColumns<TRow>.All.Select(column => new Column(
                column.Name,
                column.Type,
                (row, _, _) => column.Get(row)
            )),
            .. after,
        ];
        shown = columns
            .Select(column => new SheetColumn(
                column.Name,
                ColumnTexts.TitleOf(table, column.Name),
                ColumnTexts.DetailOf(table, column.Name),
                FormatOf(column.Name, column.Type)
            ))
            .ToValueList();
    }

    public static SheetLayout<TRow> OfPeriods { get; } = new(isOfPeriod: true);

    public static SheetLayout<TRow> OfPlan { get; } = new(isOfPeriod: false);

    public ReportSheet Lay(
        IEnumerable<(TRow Row, ReportCommonColumns Common, string Key)> rows,
        BusinessCalendar calendar
    ) =>
        new(
            table,
            ColumnTexts.TitleOf(table),
            ColumnTexts.DetailOf(table),
            shown,
            rows.Select(
                IReadOnlyList<object> (row) =>
                    Array.ConvertAll(
                        columns,
                        column => CellOf(column.Name, column.Get(row.Row, row.Common, row.Key), calendar)
                    )
            )
        );

    private static object CellOf(string column, object value, BusinessCalendar calendar) =>
        value switch
        {
            string text => CellText.Clean(ColumnTexts.WordOf(column, text)),
            bool flag => ColumnTexts.Text(flag ? "yes" : "no"),
            DateTimeOffset instant => calendar.ToLocal(instant).DateTime,
            _ => value,
        };

    private static ColumnFormat FormatOf(string name, Type type) =>
        type == typeof(DateTimeOffset) ? ColumnFormat.Instant
        : type == typeof(string) || type == typeof(bool) ? ColumnFormat.Text
        : name == "Size" ? ColumnFormat.Bytes
        : IsPercent(name)
            ? name.EndsWith("Shown", StringComparison.Ordinal) ? ColumnFormat.PercentShown
                : ColumnFormat.Percent
        : type == typeof(double) ? ColumnFormat.Number
        : ColumnFormat.Whole;

    private static bool IsPercent(string name) =>
        name is "GreenFrom" or "AmberFrom"
        || name.StartsWith("Percent", StringComparison.Ordinal)
        || name.StartsWith("ExecutionLevel", StringComparison.Ordinal)
        || name.Contains("Compliance", StringComparison.Ordinal);

    private sealed record Column(string Name, Type Type, Func<TRow, ReportCommonColumns, string, object> Get);
}
