namespace Avance.Functions.Plans.Import;

/// <summary>Collects what a merge does while it goes through the rows.</summary>
internal sealed class ChangeLog
{
    private readonly List<RowName> added = [];
    private readonly List<FieldChange> changed = [];
    private readonly List<FieldChange> kept = [];
    private readonly List<RowName> notInFile = [];
    private int unchanged;

    public ImportChanges ToChanges() => new([.. added], [.. changed], unchanged, [.. kept], [.. notInFile]);

    public void Add(SheetFormat sheet, string key) => added.Add(new RowName(sheet.Title, key));

    public void AddMissing(SheetFormat sheet, string key) => notInFile.Add(new RowName(sheet.Title, key));

    public void Change(SheetFormat sheet, string key, Column column, string before, string after) =>
        changed.Add(new FieldChange(sheet.Title, key, column.Header, before, after));

    /// <summary>The row with the file's values in all fields but the amended ones.</summary>
    public TRow Merge<TRow>(
        SheetFormat sheet,
        string key,
        TRow row,
        TRow inFile,
        IReadOnlyList<MergeField<TRow>> fields,
        IReadOnlyList<string> amended
    )
    {
        var merged = row;
        var changes = 0;
        foreach (var field in fields.Where(field => field.Text(row) != field.Text(inFile)))
        {
            var change = new FieldChange(sheet.Title, key, field.Column.Header, field.Text(row), field.Text(inFile));
            if (amended.Contains(field.Column.Name, StringComparer.Ordinal))
            {
                kept.Add(change);
            }
            else
            {
                changed.Add(change);
                merged = field.Take(merged, inFile);
                changes++;
            }
        }

        unchanged += changes == 0 ? 1 : 0;
        return merged;
    }
}
