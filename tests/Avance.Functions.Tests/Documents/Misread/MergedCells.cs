using System.Text;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Lists in which a sex stands once for several rows, in a cell that is merged down them.</summary>
internal static class MergedCells
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    public static IEnumerable<ReadCase> All()
    {
        yield return new("merged.docx", Docx) { Attendance = ["W3 M2 T5"] };
        yield return new("merged-two-rows-a-person.docx", TwoRowsEach) { Attendance = ["W1 M1 T2"] };
        yield return new("merged.html", Html) { Attendance = ["W3 M2 T5"] };
        yield return new("merged.odt", Odt) { Attendance = ["W3 M2 T5"] };
        yield return new("merged.pptx", Pptx) { Attendance = ["W3 M2 T5"] };
        yield return new("merged-figures.html", Figures) { Attendance = ["W32 M15 T47"] };
    }

    private static byte[] Docx() =>
        TestOffice.Docx(
            $"<w:tbl>{Row("N°", "Nombres", "Sexo")}{Row("1", "Ana", $"{Restart}Mujer")}{Row("2", "Eva", Continue)}"
                + $"{Row("3", "Pía", Continue)}{Row("4", "Luis", $"{Restart}Hombre")}{Row("5", "Juan", Continue)}</w:tbl>"
        );

    private static byte[] TwoRowsEach() =>
        TestOffice.Docx(
            $"<w:tbl>{Row("Nombres", "Sexo", "Curso")}{Row($"{Restart}Ana", $"{Restart}F", "A")}{Row(Continue, Continue, "B")}"
                + $"{Row($"{Restart}Luis", $"{Restart}M", "A")}{Row(Continue, Continue, "B")}</w:tbl>"
        );

    private static byte[] Html() =>
        Encoding.UTF8.GetBytes(
            """
            <html><body><table>
            <tr><th>Sexo</th><th>N°</th><th>Nombres</th></tr>
            <tr><td rowspan="3">F</td><td>1</td><td>Ana</td></tr><tr><td>2</td><td>Eva</td></tr><tr><td>3</td><td>Pía</td></tr>
            <tr><td rowspan="2">M</td><td>4</td><td>Luis</td></tr><tr><td>5</td><td>Juan</td></tr>
            </table></body></html>
            """
        );

    private static byte[] Figures() =>
        Encoding.UTF8.GetBytes(
            """
            <html><body><table>
            <tr><th>Curso</th><th>Sexo</th><th>Total</th></tr>
            <tr><td rowspan="2">A</td><td>Mujer</td><td>12</td></tr><tr><td>Hombre</td><td>5</td></tr>
            <tr><td rowspan="2">B</td><td>Mujer</td><td>20</td></tr><tr><td>Hombre</td><td>10</td></tr>
            </table></body></html>
            """
        );

    private static byte[] Odt()
    {
        string[] rows =
        [
            Cell("Sexo") + Cell("Nombres"),
            Cell("F", 3) + Cell("Ana"),
            Covered + Cell("Eva"),
            Covered + Cell("Pía"),
            Cell("M", 2) + Cell("Luis"),
            Covered + Cell("Juan"),
        ];
        var table = string.Concat(rows.Select(row => $"<table:table-row>{row}</table:table-row>"));
        return TestOffice.Odt($"<table:table>{table}</table:table>");
    }

    private static byte[] Pptx()
    {
        string[] rows =
        [
            Box("Nombres") + Box("Sexo"),
            Box("Ana") + Box("F", " rowSpan=\"3\""),
            Box("Eva") + Box("", " vMerge=\"1\""),
            Box("Pía") + Box("", " vMerge=\"1\""),
            Box("Luis") + Box("M", " rowSpan=\"2\""),
            Box("Juan") + Box("", " vMerge=\"1\""),
        ];
        return TestOffice.Pptx($"<a:tbl>{string.Concat(rows.Select(row => $"<a:tr>{row}</a:tr>"))}</a:tbl>");
    }

    private const string Covered = "<table:covered-table-cell/>";

    private static string Cell(string text, int rows = 1) =>
        $"<table:table-cell table:number-rows-spanned=\"{rows}\"><text:p>{text}</text:p></table:table-cell>";

    private static string Box(string text, string attributes = "") =>
        $"<a:tc{attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(Tc))}</w:tr>";

    private static string Tc(string cell)
    {
        var end = cell.StartsWith('<') ? cell.IndexOf('>', StringComparison.Ordinal) + 1 : 0;
        return $"<w:tc><w:tcPr>{cell[..end]}</w:tcPr>{TestOffice.Paragraph(cell[end..])}</w:tc>";
    }
}
