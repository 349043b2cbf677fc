using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

internal static partial class FileKinds
{
    private static IEnumerable<ReadCase> OpenXml() =>
        [
            new("estricto.docx", () => TestOffice.Strict(Docx)) { Attendance = [Counted] },
            new("estricto.pptx", () => TestOffice.Strict(Pptx)) { Attendance = [Counted] },
            new("estricto.xlsx", () => TestOffice.Strict(Xlsx.Build())) { Attendance = [Counted] },
            new("estricto-textos-compartidos.xlsx", () => TestOffice.Strict(SharedTexts.Build()))
            {
                Attendance = [Counted],
            },
            // The workbook of one kind, the sheet of the other.
            new(
                "mezclado.xlsx",
                () =>
                    TestOffice.Edit(
                        Xlsx.Build(),
                        text =>
                            text.Replace(
                                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"",
                                "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
                            )
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "mezclado.docx",
                () => TestOffice.Edit(Docx, text => text.Replace("officeDocument/2006/relationships", "x"))
            )
            {
                Attendance = [Counted],
            },
            new(
                "otros-nombres.xlsx",
                () =>
                    (SharedTexts with { Name = name => name.Replace("xl/", "xl/parte_").Replace("shared", "") }).Build()
            )
            {
                Attendance = [Counted],
            },
            new("barras.xlsx", () => (SharedTexts with { Name = name => name.Replace("xl/s", "xl\\S") }).Build())
            {
                Attendance = [Counted],
            },
            // Word gives a text box once for itself and once for programs before 2010.
            new("cuadro-de-texto.docx", () => TestOffice.Docx(Alternative(Sentence, Sentence)))
            {
                Attendance = [Sentences],
            },
            new("solo-para-antiguos.docx", () => TestOffice.Docx(Alternative("", Sentence)))
            {
                Attendance = [Sentences],
            },
            new(
                "cuadro.pptx",
                () => TestOffice.Pptx(Alternative(Sentence, Sentence).Replace("<w:", "<a:").Replace("</w:", "</a:"))
            )
            {
                Attendance = [Sentences],
            },
        ];

    private static TestXlsx SharedTexts =>
        new()
        {
            Strings = [.. List.SelectMany(row => row)],
            Sheets =
            [
                TestXlsx.Rows([
                    .. List.Select((_, i) => new[] { TestXlsx.Shared(2 * i), TestXlsx.Shared((2 * i) + 1) }),
                ]),
            ],
        };

    private static string Alternative(string choice, string fallback) =>
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + $"<mc:Choice Requires=\"wps\"><w:txbxContent>{TestOffice.Paragraph(choice)}</w:txbxContent></mc:Choice>"
        + $"<mc:Choice Requires=\"wpg\"><w:txbxContent>{TestOffice.Paragraph(choice)}</w:txbxContent></mc:Choice>"
        + $"<mc:Fallback><w:txbxContent>{TestOffice.Paragraph(fallback)}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
}
