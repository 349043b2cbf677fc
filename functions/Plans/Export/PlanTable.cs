using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>A sheet as people see it: its header first; the sheet Plan has a row a field.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Choices">By the position of their column: the words that may stand in it.</param>
internal sealed record PlanTable(
    string Title,
    IReadOnlyList<IReadOnlyList<PlanCell>> Rows,
    IReadOnlyDictionary<int, string[]> Choices
)
{
    private static readonly Dictionary<Column, string[]> Words = new()
    {
        [UnitColumns.Kind] = ImportWords.Offered(ImportWords.UnitKinds),
        [GoalColumns.Measure] = ImportWords.Offered(ImportWords.Measures),
        [ContactColumns.Role] = ImportWords.Offered(ImportWords.ContactRoles),
        [PolicyColumns.Protocol] = ImportWords.Offered(ImportWords.Protocols),
        [IndicatorColumns.Direction] = ImportWords.Offered(ImportWords.Directions),
        [IndicatorColumns.Method] = ImportWords.Offered(ImportWords.Methods),
        [IndicatorColumns.IsBaselineInferred] = ImportWords.Offered(ImportWords.YesNo),
        [ContactColumns.Copies] = ImportWords.Offered(ImportWords.YesNo),
    };

    public static PlanTable Of(PlanSheet sheet)
    {
        var columns = sheet.Format.Columns;
        if (sheet.Format == PlanFormat.Plan)
        {
            var values = sheet.Rows.Count == 0 ? columns.Select(_ => PlanCell.Empty) : sheet.Rows[0];
            var fields = columns.Zip(values, (column, value) => new[] { PlanCell.Of(column.Header), value });
            return new PlanTable(
                sheet.Format.Title,
                [
                    [PlanCell.Of(PlanFormat.Field.Header), PlanCell.Of(PlanFormat.Value)],
                    .. fields,
                ],
                new Dictionary<int, string[]>()
            );
        }

        var choices = columns.Index().Where(pair => Words.ContainsKey(pair.Item));
        return new PlanTable(
            sheet.Format.Title,
            [
                [.. columns.Select(column => PlanCell.Of(column.Header))],
                .. sheet.Rows,
            ],
            choices.ToDictionary(pair => pair.Index, pair => Words[pair.Item])
        );
    }
}
