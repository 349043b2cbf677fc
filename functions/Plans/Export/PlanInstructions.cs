using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>The sheet of the empty template that says what to write where. The import does not read it.</summary>
internal static class PlanInstructions
{
    private const string Heads = "instructions";
    private const string Help = "import-help";

    public static PlanTable Of(PlanKind kind) =>
        new(
            PlanFormat.Instructions,
            [
                Row("sheet", "column", "required", "what"),
                .. PlanFormat.SheetsOf(kind).SelectMany(sheet => sheet.Columns.Select(column => RowOf(sheet, column))),
            ],
            new Dictionary<int, string[]>()
        );

    private static PlanCell[] Row(params string[] heads) =>
        [.. heads.Select(head => PlanCell.Of(Messages.Text($"{Heads}.{head}")))];

    private static PlanCell[] RowOf(SheetFormat sheet, Column column) =>
        [
            PlanCell.Of(sheet.Title),
            PlanCell.Of(column.Header),
            PlanCell.Of(column.Required),
            PlanCell.Of(Messages.Text($"{Help}.{sheet.Name}-{column.Name}")),
        ];
}
