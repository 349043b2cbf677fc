namespace Avance.Functions.Plans.Export;

/// <summary>Writes sheets in a format. The same sheets give the same bytes.</summary>
internal static class PlanFileWriter
{
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="more">Tables that are no sheet of a plan, written first; JSON has no place for them.</param>
    public static PlanDownload Write(
        string name,
        PlanFileFormat format,
        IReadOnlyList<PlanSheet> sheets,
        params PlanTable[] more
    ) =>
        format switch
        {
            PlanFileFormat.Xlsx => new PlanDownload(
                PlanWorkbook.Write([.. more, .. sheets.Select(PlanTable.Of)]),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"{name}.xlsx"
            ),
            PlanFileFormat.Csv => new PlanDownload(
                PlanCsv.Write([.. more, .. sheets.Select(PlanTable.Of)]),
                "application/zip",
                $"{name}.zip"
            ),
            _ => new PlanDownload(PlanJson.Write(sheets), "application/json; charset=utf-8", $"{name}.json"),
        };
}
