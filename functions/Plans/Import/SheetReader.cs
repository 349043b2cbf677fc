namespace Avance.Functions.Plans.Import;

/// <summary>Reads the rows of one sheet by the columns of its format, and notes what is wrong with it.</summary>
internal sealed class SheetReader
{
    private readonly RawSheet sheet;
    private readonly RawPlan file;
    private readonly List<ImportProblem> problems;
    private readonly Dictionary<Column, int> indexes = [];

    private SheetReader(RawSheet sheet, RawPlan file, List<ImportProblem> problems)
    {
        this.sheet = sheet;
        this.file = file;
        this.problems = problems;
    }

    /// <summary>The rows below the header; none if the sheet is not there or lacks a column.</summary>
    public IReadOnlyList<RowReader> Rows { get; private set; } = [];

    /// <summary>False if references from other sheets cannot be checked against its rows.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>True if the file does not have it and need not.</summary>
    public bool IsLeftOut { get; private init; }

    public static SheetReader Open(RawPlan file, SheetFormat format, List<ImportProblem> problems)
    {
        var found = file.Sheets.Where(candidate => format.IsCalled(candidate.Name)).ToList();
        var title = file.IsJson ? format.Name : format.Title;
        var reader = new SheetReader(found.Count == 0 ? new RawSheet(title, []) : found[0], file, problems)
        {
            IsLeftOut = found.Count == 0 && format.IsOptional,
        };
        if (reader.IsLeftOut)
        {
            return reader;
        }

        if (found.Count == 0)
        {
            reader.AddProblem(null, null, null, "sheet-missing", title);
            return reader;
        }

        if (found.Count > 1)
        {
            reader.AddProblem(null, null, found[1].Name, "sheet-twice", title);
        }

        reader.ReadHeader(format, format == PlanFormat.Plan ? Transpose(found[0].Rows) : found[0].Rows);
        return reader;
    }

    public bool Has(Column column) => indexes.ContainsKey(column);

    public Cell this[RawRow row, Column column] =>
        indexes.TryGetValue(column, out var index) ? row[index] : new Cell("");

    /// <summary>The row as the sender sees it.</summary>
    public int RowOf(RawRow row, Column column) => this[row, column] is { Row: > 0 } cell ? cell.Row : row.Number;

    /// <summary>A column as this file calls it.</summary>
    public string NameOf(Column column) => file.IsJson ? column.Name : column.Header;

    public void AddProblem(int? row, string? column, string? value, string code, params object?[] arguments) =>
        problems.Add(ImportProblem.Of(sheet.Name, row, column, value, code, arguments));

    private void ReadHeader(SheetFormat format, IReadOnlyList<RawRow> rows)
    {
        if (rows.Count < 2)
        {
            // The problem that kept its rows from being read is already reported.
            if (file.Problems.All(problem => problem.Sheet != sheet.Name))
            {
                AddProblem(null, null, null, file.IsJson ? "json-empty" : "sheet-empty");
            }

            return;
        }

        var header = rows[0];
        for (var index = 0; index < header.Cells.Count; index++)
        {
            if (!header[index].IsEmpty)
            {
                AddColumn(format, header[index], index, header.Number);
            }
        }

        foreach (var column in format.Columns.Where(column => column.Required && !Has(column)))
        {
            AddProblem(file.IsJson ? null : header.Number, NameOf(column), null, "column-missing", NameOf(column));
        }

        IsReadable = format.Columns.All(column => !column.Required || Has(column));
        Rows = IsReadable ? [.. rows.Skip(1).Select(row => new RowReader(this, row))] : [];
    }

    private void AddColumn(SheetFormat format, Cell cell, int index, int row)
    {
        var number = cell.Row > 0 ? cell.Row : row;
        if (format.Columns.FirstOrDefault(column => column.IsCalled(cell.Text)) is not { } column)
        {
            var known = string.Join(", ", format.Columns.Select(NameOf));
            AddProblem(number, cell.Text, cell.Text, "column-unknown", known);
        }
        else if (!indexes.TryAdd(column, index))
        {
            AddProblem(number, cell.Text, cell.Text, "column-twice");
        }
    }

    /// <summary>Turns a sheet with one row per field into a single row with one column per field.</summary>
    private static List<RawRow> Transpose(IReadOnlyList<RawRow> rows)
    {
        var fields = rows.Where(row => !row[0].IsEmpty && !PlanFormat.Field.IsCalled(row[0].Text)).ToList();
        return fields.Count == 0
            ? []
            :
            [
                new RawRow(fields[0].Number, [.. fields.Select(row => row[0] with { Row = row.Number })]),
                new RawRow(fields[0].Number, [.. fields.Select(row => row[1] with { Row = row.Number })]),
            ];
    }
}
