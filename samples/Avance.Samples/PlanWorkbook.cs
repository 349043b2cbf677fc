using System.Globalization;
using CsvHelper;

namespace Avance.Samples;

/// <summary>The plan as the workbook that a secretariat fills in: one sheet a CSV file, with numbers and dates as such.</summary>
public static class PlanWorkbook
{
    /// <summary>The files that plans of any kind have, and their sheets with the widths of their columns.</summary>
    private static readonly (string File, string Sheet, int[] Widths)[] Sheets =
    [
        ("plan.csv", "Plan", [28, 90]),
        ("unidades.csv", "Unidades", [14, 80, 30, 20]),
        ("actividades.csv", "Actividades", [6, 70, 18, 14, 24, 40, 70]),
        ("metas.csv", "Metas", [12, 14, 16, 16, 16]),
        ("objetivos.csv", "Objetivos", [10, 90]),
        ("lineamientos.csv", "Lineamientos", [10, 20, 90]),
        ("servicios.csv", "Servicios", [10, 22, 60, 20, 18, 30, 18]),
        ("indicadores.csv", "Indicadores", [6, 12, 28, 60, 20, 18, 14, 30, 14, 14, 14, 30, 30]),
        ("logros-esperados.csv", "Logros esperados", [20, 8, 16]),
        ("porcentajes-publicados.csv", "Porcentajes publicados", [20, 8, 20]),
        ("productos.csv", "Productos", [6, 14, 60, 60, 50, 26, 40]),
        ("periodos.csv", "Periodos", [12, 14, 14, 14]),
        ("contactos.csv", "Contactos", [18, 34, 34, 12, 10, 40]),
    ];

    /// <summary>The same files give the same bytes, wherever and whenever they are read.</summary>
    public static byte[] FromCsv(string folder)
    {
        var workbook = new XlsxWriter();
        foreach (var (file, sheet, widths) in Sheets.Where(one => File.Exists(Path.Combine(folder, one.File))))
        {
            workbook.AddSheet(sheet, widths, ReadRows(Path.Combine(folder, file)));
        }

        return workbook.ToArray();
    }

    private static List<object[]> ReadRows(string file)
    {
        using var parser = new CsvParser(new StreamReader(file), CultureInfo.InvariantCulture);
        var rows = new List<object[]>();
        while (parser.Read())
        {
            rows.Add([.. (parser.Record ?? []).Select(ToValue)]);
        }

        return rows;
    }

    private static object ToValue(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
        : text;
}
