using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Samples.Figures;

/// <summary>Reads the figures of a report back from its Word file.</summary>
internal sealed class WordFigures : IDisposable
{
    private readonly WordprocessingDocument word;
    private readonly IReadOnlyList<Table> tables;

    /// <param name="content">A .docx; it is not closed.</param>
    public WordFigures(Stream content)
    {
        word = WordprocessingDocument.Open(content, isEditable: false);
        tables = [.. Body.Descendants<Table>()];
    }

    private Body Body => word.MainDocumentPart!.Document!.Body!;

    /// <summary>All that is written in it, footnotes too.</summary>
    public string Text => TextOf(Body) + TextOf(word.MainDocumentPart!.FootnotesPart?.Footnotes);

    /// <param name="reference">Tells which goals of an activity there are: a file does not say each goal's year.</param>
    /// <exception cref="DemoException">A table or a row of it is missing, or a figure is no number.</exception>
    public ReportFigures Read(IReadOnlyList<ReferenceProgress> reference)
    {
        var totals = RowsOf("Concepto", "Valor").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        return new ReportFigures(
            Total("Actividades programadas"),
            Total("Actividades ejecutadas al 100 % o más"),
            Total("Actividades por debajo del 100 %"),
            Total("Nivel de ejecución del plan"),
            [.. RowsOf("Puesto", "Unidad").Select(row => (row[1], FileText.Number(row[3])))],
            Percents(reference),
            [.. RowsOf("Año", "Programadas").Select(Year)]
        );

        decimal Total(string concept) =>
            totals.TryGetValue(concept, out var value)
                ? FileText.Number(value)
                : throw new DemoException($"The Word file has no line «{concept}».");
    }

    public void Dispose() => word.Dispose();

    private Dictionary<(int Activity, int GoalYear), decimal?> Percents(IEnumerable<ReferenceProgress> reference)
    {
        var rows = RowsOf("N°", "Actividad", "Unidad y área")
            .ToLookup(row => (int)FileText.Number(row[0]), row => FileText.Percent(row[6]));
        var percents = new Dictionary<(int, int), decimal?>();
        foreach (var activity in reference.GroupBy(goal => goal.Activity))
        {
            var years = activity.Select(goal => goal.GoalYear).Order().ToList();
            var found = rows[activity.Key].ToList();
            if (found.Count != years.Count)
            {
                throw new DemoException(
                    $"The Word file has {found.Count} goals of activity {activity.Key}, not {years.Count}."
                );
            }

            foreach (var (year, percent) in years.Zip(found))
            {
                percents.Add((activity.Key, year), percent);
            }
        }

        return percents;
    }

    private static YearFigures Year(IReadOnlyList<string> row) =>
        new((int)FileText.Number(row[0]), FileText.Number(row[1]), FileText.Number(row[2]), FileText.Number(row[3]));

    /// <summary>The rows below the head of the first table whose head begins so.</summary>
    private List<string[]> RowsOf(params string[] head)
    {
        foreach (var table in tables)
        {
            var rows = table.Elements<TableRow>().Select(CellsOf).ToList();
            if (rows.Count > 0 && rows[0].Take(head.Length).SequenceEqual(head, StringComparer.Ordinal))
            {
                return rows[1..];
            }
        }

        throw new DemoException($"The Word file has no table with the columns «{string.Join("», «", head)}».");
    }

    private static string[] CellsOf(TableRow row) => [.. row.Elements<TableCell>().Select(TextOf)];

    private static string TextOf(OpenXmlElement? element) =>
        string.Concat(element?.Descendants<Text>().Select(text => text.Text) ?? []);
}
