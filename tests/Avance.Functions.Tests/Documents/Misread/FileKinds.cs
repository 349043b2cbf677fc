using System.Text;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Files of formats, and of programs, that are seldom met.</summary>
internal static partial class FileKinds
{
    private const string Sentence = "Asistieron 20 personas: 12 mujeres y 8 hombres.";
    private const string Sentences = "W12 M8 T20";
    private const string Counted = "W2 M1 T3";

    private static readonly string[][] List =
    [
        ["Nombres y apellidos", "Sexo"],
        ["Ana Quispe Ñahui", "F"],
        ["Rosa Flores Peña", "F"],
        ["Juan Rojas Núñez", "M"],
    ];

    private static byte[] Docx => TestOffice.Docx(TestOffice.Table(List));

    private static byte[] Pptx => TestOffice.Pptx(TestOffice.Table(List).Replace("<w:", "<a:").Replace("</w:", "</a:"));

    private static TestXlsx Xlsx => new() { Sheets = [TestXlsx.Texts(List)] };

    private static string Csv(char separator) => string.Join("\r\n", List.Select(row => string.Join(separator, row)));

    public static IEnumerable<ReadCase> All() =>
        [
            new("05-strict-open-xml-list.xlsx") { Attendance = ["W5 M3 T8"] },
            new("24-two-long-lines-text-unreadable.txt") { Attendance = ["W12 M8 T-"] },
            .. OpenXml(),
            .. WithMacros(),
            .. OpenDocument(),
            .. RichText(),
            .. UnderTheNameOfXls(),
            .. Unreadable(),
            .. LongLines(),
            .. Percents(),
        ];

    private static IEnumerable<ReadCase> WithMacros() =>
        [
            new("acta.docm", () => TestOffice.WithMacros(Docx)) { Attendance = [Counted] },
            new("acta.pptm", () => TestOffice.WithMacros(Pptx)) { Attendance = [Counted] },
            new("lista.xlsm", () => TestOffice.WithMacros(Xlsx.Build())) { Attendance = [Counted] },
            new("complemento.xlam", TestOffice.AddIn) { Trouble = "MacrosNotAllowed" },
        ];

    private static IEnumerable<ReadCase> RichText() =>
        [
            new(
                "lista.rtf",
                () =>
                    TestRtf.Of(TestRtf.Paragraph("Relación “final”") + TestRtf.Table(List) + TestRtf.Paragraph("Fin."))
            )
            {
                Attendance = [Counted],
            },
            new(
                "sexo-combinado.rtf",
                () =>
                    TestRtf.Of(
                        TestRtf
                            .Table(["Sexo", "Nombres"], ["F", "Ana"], ["", "Eva"], ["M", "Luis"])
                            .Replace(
                                @"\trowd\cellx2000\cellx4000\pard\intbl \cell",
                                @"\trowd\clvmrg\cellx2000\cellx4000\pard\intbl \cell"
                            )
                    )
            )
            {
                Attendance = [Counted],
            },
            new("acta.doc", () => TestRtf.Of(TestRtf.Paragraph(Sentence))) { Attendance = [Sentences] },
            new(
                "oculto.rtf",
                () => TestRtf.Of(@"{\v 99 mujeres y 77 hombres.}{\deleted 5 mujeres}" + TestRtf.Paragraph(Sentence))
            )
            {
                Attendance = [Sentences],
            },
            new(
                "unicode.rtf",
                () => TestRtf.Of(@"\uc2 Asistieron 20 personas: 12 mujeres y 8 h\u111\'6f\'6fmbres.\par")
            )
            {
                Attendance = [Sentences],
            },
            new(
                "con-imagen.rtf",
                () =>
                    TestRtf.Of(
                        TestRtf.Paragraph(Sentence)
                            + $@"{{\*\shppict{{\pict\pngblip {new string('0', 70_000)}}}}}{{\nonshppict{{\pict\wmetafile8 {new string('0', 70_000)}}}}}"
                    )
            )
            {
                Attendance = [Sentences],
                Unread = 1,
            },
            new("cortado.rtf", () => TestRtf.Of(TestRtf.Paragraph(Sentence))[..^1]) { Trouble = "Malformed" },
        ];

    private static IEnumerable<ReadCase> Unreadable() =>
        [
            // Cells where no program looks for them, so that the library gives none and no error.
            new("celdas-perdidas.xlsx", () => new TestXlsx { Sheets = [$"<x>{TestXlsx.Texts(List)}</x>"] }.Build())
            {
                Trouble = "Malformed",
            },
            new(
                "una-hoja-perdida.xlsx",
                () => new TestXlsx { Sheets = [TestXlsx.Texts(List), $"<x>{TestXlsx.Texts(List)}</x>"] }.Build()
            )
            {
                Attendance = [Counted],
                Unread = 1,
            },
            // Every row says that it is the first: the library gives the last of them only.
            new(
                "filas-con-el-mismo-numero.xlsx",
                () => new TestXlsx { Sheets = [TestXlsx.Texts(List).Replace("<row>", "<row r=\"1\">")] }.Build()
            )
            {
                Unread = 1,
            },
            new(
                "con-errores.xlsx",
                () =>
                    new TestXlsx
                    {
                        Sheets =
                        [
                            TestXlsx.Texts(List).Replace("</row>", "<c t=\"e\"><v>#N/A</v></c><c><f>A1</f></c></row>"),
                        ],
                    }.Build()
            )
            {
                Attendance = [Counted],
            },
            new("oculta-con-celdas.xls", () => TestBiff.OfSheets((false, []), (true, List))) { Trouble = "Empty" },
            new(
                "dos-hojas.xls",
                () =>
                    TestBiff.OfSheets(
                        (
                            true,
                            [
                                ["99 mujeres"],
                            ]
                        ),
                        (false, List)
                    )
            )
            {
                Attendance = [Counted],
            },
            new("sin-celdas.xlsx", () => new TestXlsx { Sheets = ["<sheetData/>"] }.Build()) { Trouble = "Empty" },
            new("hoja-que-no-esta.xls", () => TestBiff.WithSheetAt(99_999, List)) { Trouble = "Malformed" },
        ];

    private static IEnumerable<ReadCase> Percents() =>
        [
            new("porcentajes.xlsx", () => Figures("0%", "0.6", "0.4", "1")) { Attendance = [Sentences] },
            new("porcentajes-literales.xlsx", () => Figures("0\"%\"", "60", "40", "100")) { Attendance = [Sentences] },
            new("porcentajes.csv", () => Encoding.UTF8.GetBytes(CsvFigures("60%", "40%", "100%")))
            {
                Attendance = [Sentences],
            },
            new("porcentajes-con-blanco.csv", () => Encoding.UTF8.GetBytes(CsvFigures("60,0 %", "40,0 %", "100 %")))
            {
                Attendance = [Sentences],
            },
        ];

    private static string CsvFigures(params string[] percents) =>
        $"Sexo;Cantidad;Porcentaje\nMujeres;12;{percents[0]}\nHombres;8;{percents[1]}\nTotal;20;{percents[2]}\n";

    private static byte[] Figures(string format, params string[] percents) =>
        new TestXlsx
        {
            Format = format,
            Sheets =
            [
                TestXlsx.Rows(
                    [TestXlsx.Text("Sexo"), TestXlsx.Text("Cantidad"), TestXlsx.Text("Porcentaje")],
                    [TestXlsx.Text("Mujeres"), TestXlsx.Number("12"), TestXlsx.Number(percents[0], style: 1)],
                    [TestXlsx.Text("Hombres"), TestXlsx.Number("8"), TestXlsx.Number(percents[1], style: 1)],
                    [TestXlsx.Text("Total"), TestXlsx.Number("20"), TestXlsx.Number(percents[2], style: 1)]
                ),
            ],
        }.Build();

    private static IEnumerable<ReadCase> LongLines() =>
        [
            new(
                "una-linea-larga.csv",
                () => Encoding.UTF8.GetBytes(Csv(';') + "\r\nNota: " + string.Join(';', Enumerable.Repeat("x", 900)))
            )
            {
                Attendance = [Counted],
            },
            new(
                "ancho.csv",
                () =>
                    Encoding.UTF8.GetBytes(
                        string.Concat(Enumerable.Repeat(string.Join(';', Enumerable.Repeat("x", 900)) + "\n", 3))
                    )
            )
            {
                Trouble = "TooManyCells",
            },
            new(
                "muchas-columnas.txt",
                () =>
                    Encoding.UTF8.GetBytes(
                        Sentence
                            + "\n\n"
                            + string.Concat(
                                Enumerable.Repeat(string.Join("   ", Enumerable.Repeat("x", 600)) + "\n", 3)
                            )
                    )
            )
            {
                Attendance = [Sentences],
            },
        ];
}
