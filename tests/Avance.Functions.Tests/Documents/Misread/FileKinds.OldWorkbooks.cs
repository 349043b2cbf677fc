using System.Text;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

internal static partial class FileKinds
{
    private static IEnumerable<ReadCase> UnderTheNameOfXls() =>
        [
            new("xml-2003.xls", () => TestXlsx.Of2003(List)) { Attendance = [Counted] },
            new(
                "xml-2003-con-saltos.xls",
                () =>
                    TestXlsx.Of2003Of(
                        "<Row ss:Index=\"3\"><Cell ss:Index=\"2\"><Data ss:Type=\"String\">Nombre</Data></Cell><Cell ss:Index=\"5\"><Data ss:Type=\"String\">Sexo</Data></Cell></Row><Row><Cell ss:Index=\"2\" ss:MergeAcross=\"2\"><Data ss:Type=\"String\">Ana <B>Quispe</B></Data></Cell><Cell><Data ss:Type=\"String\">F</Data></Cell></Row>"
                    )
            )
            {
                Attendance = ["W1 M0 T1"],
            },
            // As LibreOffice writes it: the cells below do not say where they stand.
            new(
                "xml-2003-combinada.xls",
                () =>
                    TestXlsx.Of2003Of(
                        Row2003("Sexo", "Nombres")
                            + Row2003("Mujer", "Ana Quispe")
                                .Replace(
                                    "<Cell><Data ss:Type=\"String\">M",
                                    "<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">M"
                                )
                            + Row2003("Rosa Flores")
                            + Row2003("Hombre", "Juan Rojas")
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "xml-2003-cruces.xls",
                () =>
                    TestXlsx.Of2003Of(
                        Row2003("Nombres", "Sexo")
                            .Replace(
                                "<Cell><Data ss:Type=\"String\">S",
                                "<Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">S"
                            )
                            + Row2003("", "F", "M")
                            + Row2003("Ana Quispe", "X")
                            + Row2003("Rosa Flores", "X")
                            + Row2003("Juan Rojas", "", "X")
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "xml-2003-oculta.xls",
                () =>
                    TestXlsx.Of2003Of(
                        "<Row><Cell><Data ss:Type=\"String\">x</Data></Cell></Row>",
                        options: "<Visible>SheetHidden</Visible>"
                    )
            )
            {
                Trouble = "Empty",
            },
            new(
                "html.xls",
                () =>
                    Encoding.UTF8.GetBytes(
                        $"<html><table>{string.Concat(List.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table></html>"
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "estilos.xls",
                () =>
                    Encoding.UTF8.GetBytes(
                        $"<style>td {{ color: red }}</style>Reporte<TABLE border=1>{string.Concat(List.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}"))}"))}</TABLE>"
                    )
            )
            {
                Attendance = [Counted],
            },
            new("punto-y-coma.xls", () => Encoding.Latin1.GetBytes(Csv(';'))) { Attendance = [Counted] },
            new(
                "tabulaciones.xls",
                () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv('\t') + "\r\nTotal\r\n")]
            )
            {
                Attendance = [Counted],
            },
            new("texto-unicode.txt", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv('\t'))])
            {
                Attendance = [Counted],
            },
            new("excel-2.xls", () => TestBiff.Of2(List)) { Attendance = [Counted] },
        ];

    private static string Row2003(params string[] cells) =>
        $"<Row>{string.Concat(cells.Select(cell => cell.Length == 0 ? "<Cell/>" : $"<Cell><Data ss:Type=\"String\">{cell}</Data></Cell>"))}</Row>";
}
