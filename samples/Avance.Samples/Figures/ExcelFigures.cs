using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Samples.Figures;

/// <summary>Reads the figures of a report back from its Excel file.</summary>
internal sealed class ExcelFigures(Stream content) : IDisposable
{
    private readonly SpreadsheetDocument workbook = SpreadsheetDocument.Open(content, isEditable: false);

    /// <param name="period">The last period of the year: a workbook of a year has all of them.</param>
    /// <exception cref="DemoException">A sheet or a column of it is missing, or a figure is no number.</exception>
    public ReportFigures Read(string period)
    {
        var plan = RowsOf("Plan", period).Single();
        return new ReportFigures(
            Number(plan, "Programadas"),
            Number(plan, "Ejecutadas al 100 %"),
            Number(plan, "Por debajo del 100 %"),
            Number(plan, "Nivel de ejecución redondeado"),
            [
                .. RowsOf("Unidades", period)
                    .OrderBy(row => Number(row, "Puesto"))
                    .Select(row => (row["Unidad"], Number(row, "Cumplimiento redondeado"))),
            ],
            RowsOf("Metas", period)
                .ToDictionary(
                    row => ((int)Number(row, "Actividad"), (int)Number(row, "Año de la meta")),
                    row => Number(row, "En el promedio") == 1 ? Number(row, "Porcentaje redondeado") : (decimal?)null
                ),
            [
                .. RowsOf("Años comparados", period)
                    .Where(row => row["Vista"] == "Año" && row["Nivel"] == "Plan")
                    .OrderBy(row => Number(row, "Año de la cifra"))
                    .Select(Year),
            ]
        );
    }

    public void Dispose() => workbook.Dispose();

    private static YearFigures Year(Dictionary<string, string> row) =>
        new(
            (int)Number(row, "Año de la cifra"),
            Number(row, "Programadas"),
            Number(row, "Ejecutadas al 100 %"),
            Number(row, "Porcentaje redondeado")
        );

    private static decimal Number(Dictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var text)
            ? FileText.Number(text)
            : throw new DemoException($"The Excel file has no column «{column}».");

    private IEnumerable<Dictionary<string, string>> RowsOf(string sheet, string period)
    {
        var part = workbook.WorkbookPart!;
        var found =
            part.Workbook!.Sheets!.Elements<Sheet>().FirstOrDefault(one => one.Name == sheet)
            ?? throw new DemoException($"The Excel file has no sheet «{sheet}».");
        var rows = ((WorksheetPart)part.GetPartById(found.Id!))
            .Worksheet!.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(TextOf).ToList())
            .ToList();
        return rows.Skip(1)
            .Select(row =>
                rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)
            )
            .Where(row => row["Periodo"] == period);
    }

    private static string TextOf(Cell cell) => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
}
