using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Lists as programs of sheets print them, and newsletters with narrow columns.</summary>
internal static class ListsOfSheets
{
    private static readonly string[] News =
    [
        "En la sede de Lima se hizo un",
        "taller sobre el cuidado al que",
        "fueron 28 mujeres y 10 hombres",
        "de todas las oficinas del piso",
        "y dos del local de la avenida",
        "en el que se firmó el acta, y",
        "en la de Piura el lunes fueron",
        "por la tarde 21 mujeres y unos",
        "16 hombres de las oficinas que",
        "ya no asistieron en el mes de",
        "marzo por el feriado largo y",
        "el aniversario de la entidad.",
    ];

    public static IEnumerable<ReadCase> All()
    {
        yield return new("lists-below-a-title-each-with-close-numbers.pdf", Groups) { Attendance = ["W12 M8 T20"] };
        yield return new("crosses-below-a-header-with-numbers.pdf", NumbersInHeader) { Attendance = ["W6 M3 T9"] };
        yield return new("sum-of-crosses-under-another-name.pdf", () => Summed("Suma", "6", "3"))
        {
            Attendance = ["W6 M3 T9"],
        };
        yield return new("sum-of-crosses-that-is-wrong.pdf", () => Summed("", "7", "3"))
        {
            Attendance = ["W7 M3 T10 total-differs"],
        };
        yield return new("totals-of-each-sex-below-a-list.pdf", TotalsOfEach) { Attendance = ["W8 M6 T14"] };
        yield return new("sentence-over-narrow-columns.pdf", () => Columns(2)) { Attendance = Told };
        yield return new("sentence-over-three-narrow-columns.pdf", () => Columns(3)) { Attendance = Told };
    }

    private static ValueList<string> Told => ["W28 M10 T-", "W21 M16 T-"];

    private static byte[] Groups()
    {
        var lists = DrawnLists.TwoLists(goesOn: true);
        return (
            lists with
            {
                Padding = 1,
                Align = "rllrll",
                Header =
                [
                    ["GRUPO A", "", "", "GRUPO B", "", ""],
                    .. lists.Header,
                ],
                Columns = [(30, 47), (45, 190), (190, 230), (270, 287), (285, 430), (430, 470)],
            }
        ).Pdf();
    }

    private static byte[] NumbersInHeader()
    {
        var list = DrawnLists.Crossed("H", "M", 'c', 9, "MHM");
        return (
            list with
            {
                Columns = [.. list.Columns[..^1], (450, 480), (480, 510), (510, 550)],
                Align = list.Align + "cc",
                HeaderAlign = 'c',
                Header =
                [
                    ["N°", "APELLIDOS Y NOMBRES", "DNI", "SEXO", null, "REGIMEN", null, "FIRMA"],
                    ["", "", "", "H", "M", "276", "728", ""],
                ],
                Rows =
                [
                    .. list.Rows.Select(
                        (row, i) => (string[])[.. row[..^1], i % 2 == 0 ? "X" : "", i % 2 == 0 ? "" : "X", ""]
                    ),
                ],
            }
        ).Pdf();
    }

    private static byte[] Summed(string name, string women, string men)
    {
        var list = DrawnLists.Crossed("MUJER", "HOMBRE", 'c', 9, "MHM");
        return (list with { Rows = [.. list.Rows, ["", name, "", women, men, ""]] }).Pdf();
    }

    private static byte[] TotalsOfEach()
    {
        var list = DrawnLists.List(14);
        return (
            list with
            {
                Rows =
                [
                    .. list.Rows,
                    ["", "Total general: 14", "", ""],
                    ["", "Total mujeres: 8", "", ""],
                    ["", "Total hombres: 6", "", ""],
                ],
            }
        ).Pdf();
    }

    /// <summary>Text that goes on in the next column, hardly a letter's width apart.</summary>
    private static byte[] Columns(int count)
    {
        var page = new PlacedPage().Text(60, 60, "BOLETIN");
        var width = News.Max(PlacedPage.WidthOf) + 9;
        foreach (var (column, lines) in News.Chunk(News.Length / count).Index())
        {
            foreach (var (line, text) in lines.Index())
            {
                page.Text(40 + (column * width), 100 + (line * 12), text);
            }
        }

        return TestPdf.OfPlaced(page);
    }
}
