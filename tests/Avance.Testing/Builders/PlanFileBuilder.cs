using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Avance.Functions.Plans.Import;
using Avance.Samples;

namespace Avance.Testing.Builders;

/// <summary>A small valid plan file, in any of the formats, that a test changes cell by cell.</summary>
public sealed class PlanFileBuilder
{
    private readonly Dictionary<string, List<string[]>> sheets = new(StringComparer.Ordinal)
    {
        ["Plan"] =
        [
            ["Campo", "Valor"],
            ["Nombre", "Plan de prueba"],
            ["Entidad", "MIMP"],
            ["Grupo de trabajo", "CSIG-MIMP"],
            ["Base legal", "RM N° 200-2021-MIMP"],
            ["Primer año", "2022"],
            ["Último año", "2023"],
        ],
        ["Unidades"] =
        [
            ["Código", "Nombre", "Alias", "Tipo"],
            ["OGPPM", "Oficina de Planeamiento", "OGPP", "Secretaría Técnica"],
            ["DTEG", "Dirección de Transversalización", "", "Oficina"],
            ["OGRH", "Oficina de Recursos Humanos", "", "Oficina"],
        ],
        ["Actividades"] =
        [
            [
                "N°",
                "Actividad",
                "Unidad responsable",
                "Suboficina",
                "Unidades de apoyo",
                "Unidad de medida",
                "Medio de evidencia",
            ],
            ["31", "Implementación de la campaña", "DTEG", "DASI", "OGRH; OGPP", "Informe", "Informe de la campaña"],
            ["62", "Difusión de la campaña", "OGRH", "", "", "Número de personas", "Lista de asistencia"],
        ],
        ["Metas"] =
        [
            ["N° actividad", "Año de la meta", "Meta programada", "Tipo de medida", "Reprogramada a"],
            ["31", "2022", "70", "Porcentaje", "2023"],
            ["31", "2023", "1.5", "Cantidad", ""],
            ["62", "2023", "100", "Cantidad", ""],
        ],
        ["Periodos"] =
        [
            ["Periodo", "Apertura", "Fecha límite", "Cierre"],
            ["2023-I", "01/06/2023", "15/07/2023", "30/07/2023"],
            ["2023-II", "01/12/2023", "15/01/2024", "30/01/2024"],
        ],
    };

    /// <summary>A committed sample.</summary>
    public static PlanFileBuilder Sample(string plan = "psig-2022-2023")
    {
        var builder = new PlanFileBuilder();
        builder.sheets.Clear();
        foreach (var sheet in PlanFormat.Sheets.Select(format => format.Title))
        {
            var name = sheet.ToLowerInvariant().Replace(' ', '-');
            var file = RepositoryRoot.File($"samples/{plan}/{name}.csv");
            if (!File.Exists(file))
            {
                continue;
            }

            using var parser = new CsvHelper.CsvParser(new StreamReader(file), CultureInfo.InvariantCulture);
            builder.sheets[sheet] = [];
            while (parser.Read())
            {
                builder.sheets[sheet].Add(parser.Record!);
            }
        }

        return builder;
    }

    /// <param name="sheet">Its Spanish name.</param>
    /// <param name="row">As a spreadsheet numbers it, from 1.</param>
    /// <param name="column">From 0.</param>
    /// <param name="value">What the cell then holds.</param>
    public PlanFileBuilder Set(string sheet, int row, int column, string value)
    {
        sheets[sheet][row - 1][column] = value;
        return this;
    }

    public PlanFileBuilder Add(string sheet, params string[] cells)
    {
        if (!sheets.TryGetValue(sheet, out var rows))
        {
            sheets.Add(sheet, rows = []);
        }

        rows.Add(cells);
        return this;
    }

    public PlanFileBuilder Remove(string sheet)
    {
        sheets.Remove(sheet);
        return this;
    }

    public PlanFileBuilder RemoveRow(string sheet, int row)
    {
        sheets[sheet].RemoveAt(row - 1);
        return this;
    }

    /// <summary>Many activities, each with a goal.</summary>
    public PlanFileBuilder WithActivities(int from, int count)
    {
        foreach (var number in Enumerable.Range(from, count).Select(number => $"{number}"))
        {
            Add("Actividades", number, $"Actividad {number}", "OGRH", "", "", "Informe", "Informe");
            Add("Metas", number, "2023", "10", "Cantidad", "");
        }

        return this;
    }

    public byte[] ToCsv(char separator = ',', Encoding? encoding = null)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, rows) in sheets)
            {
                using var content = package.CreateEntry($"plan/{name.ToLowerInvariant()}.csv").Open();
                using var writer = new StreamWriter(content, encoding ?? new UTF8Encoding(false));
                foreach (var row in rows)
                {
                    writer.Write(string.Join(separator, row.Select(Quote)) + "\r\n");
                }
            }
        }

        return file.ToArray();

        string Quote(string cell) =>
            cell.Contains(separator) || cell.Contains('"') ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
    }

    public byte[] ToXlsx()
    {
        var workbook = new XlsxWriter();
        foreach (var (name, rows) in sheets)
        {
            workbook.AddSheet(name, [20], [.. rows.Select(row => row.Select(Typed).ToArray())]);
        }

        return workbook.ToArray();
    }

    public byte[] ToJson()
    {
        var plan = new JsonObject();
        foreach (var (name, rows) in sheets)
        {
            var format = PlanFormat.Sheets.FirstOrDefault(sheet => sheet.IsCalled(name));
            if (format == PlanFormat.Plan)
            {
                plan["plan"] = ToObject(
                    format,
                    [.. rows.Skip(1).Select(row => row[0])],
                    [.. rows.Skip(1).Select(row => row[1])]
                );
                continue;
            }

            plan[format?.Name ?? name] = new JsonArray([.. rows.Skip(1).Select(row => ToObject(format, rows[0], row))]);
        }

        return Encoding.UTF8.GetBytes(plan.ToJsonString());
    }

    private static JsonObject ToObject(SheetFormat? format, string[] header, string[] row) =>
        new(
            row.Select(
                (cell, i) =>
                    KeyValuePair.Create(
                        format?.Columns.FirstOrDefault(column => column.IsCalled(header[i]))?.Name ?? header[i],
                        ToNode(cell)
                    )
            )
        );

    private static JsonNode? ToNode(string cell) =>
        Typed(cell) switch
        {
            "" => null,
            decimal number => JsonValue.Create(number),
            DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ when cell.Contains("; ") => new JsonArray([.. cell.Split("; ").Select(item => JsonValue.Create(item))]),
            _ => JsonValue.Create(cell),
        };

    private static object Typed(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : text;
}
