using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Pictures and scans with text in them.</summary>
internal static class PicturesAndScans
{
    private const string Counted = "W25 M20 T45";
    private const int Width = 595;
    private const int Height = 842;

    private static readonly string[] Figures =
    [
        "Registro de asistencia al taller de lenguaje inclusivo",
        "",
        "Mujeres        Hombres        Total",
        "25             20             45",
    ];

    /// <summary>Enough letters for a page that was never scanned.</summary>
    private static readonly string[] Report =
    [
        "INFORME SOBRE EL TALLER DE LENGUAJE INCLUSIVO EN LA SEDE CENTRAL",
        "Se informa que el taller se realizó en el auditorio de la sede central de la entidad",
        "y estuvo a cargo de la oficina de recursos humanos, con una duración de tres horas.",
        "El registro que sigue fue firmado por las personas que asistieron a las sesiones.",
        "Se recomienda programar una segunda fecha para las oficinas que no asistieron,",
        "y remitir el material del taller a quienes lo soliciten por correo electrónico.",
    ];

    public static IEnumerable<ReadCase> All() =>
        Given().Concat(InPdf()).Concat(Letters()).Concat(Photographs()).Concat(Lists());

    private static IEnumerable<ReadCase> Given()
    {
        yield return new("01-pdf-with-pasted-scan-not-recognised.pdf") { Attendance = ["W6 M4 T10"] };
        yield return new("01b-same-as-docx-is-read.docx") { Attendance = ["W6 M4 T10"] };
        yield return new("12-phone-photo-exif-orientation.jpg") { Attendance = ["W9 M3 T12"] };
        yield return new("13-phone-photo-48-megapixels.jpg") { Attendance = ["W6 M4 T10"] };
        yield return new("19-pdf-text-as-curves-empty.pdf") { Attendance = ["W6 M4 T10"] };
    }

    private static IEnumerable<ReadCase> InPdf()
    {
        yield return new("scan-pasted-below-text.pdf", () => Pasted(TestPdf.Text(Report), Figures))
        {
            Attendance = [Counted],
        };
        yield return new(
            "scan-pasted-below-text-with-figures.pdf",
            () => Pasted(TestPdf.Text([.. Report, "Asistieron 12 mujeres y 8 hombres, en total 20 personas."]), Figures)
        )
        {
            Attendance = [Counted, "W12 M8 T20"],
        };
        yield return new("scan-pasted-at-half-its-size.pdf", () => Pasted(TestPdf.Text(Report), Figures, width: 330))
        {
            Attendance = [Counted],
        };
        yield return new("scan-pasted-on-its-side.pdf", PastedOnItsSide) { Attendance = [Counted] };
        yield return new("scan-cut-into-strips.pdf", Strips) { Attendance = [Counted] };
        yield return new("scan-with-a-layer-of-text.pdf", () => Layered([.. Report, .. Report, .. Figures, .. Report]))
        {
            Attendance = [Counted],
        };
        yield return new("scan-of-half-a-page-with-a-layer.pdf", () => Layered([.. Report, .. Figures]))
        {
            Attendance = [Counted],
        };
        yield return new("pasted-scan-with-a-layer.pdf", PastedWithLayer) { Attendance = [Counted] };
        yield return new("stamp-over-a-scan.pdf", Stamped) { Attendance = [Counted] };
        yield return new("letterhead-on-three-pages.pdf", Letterhead) { Attendance = [Counted] };
        yield return new("photograph-pasted.pdf", () => Pasted(TestPdf.Text(Report), []));
    }

    private static IEnumerable<ReadCase> Letters()
    {
        yield return new("letters-drawn.pdf", () => TestPdf.Of([TestPdf.Curves(Figures)])) { Attendance = [Counted] };
        yield return new(
            "letters-drawn-below-a-title.pdf",
            () => TestPdf.Of([TestPdf.Text(["Anexo"]) + TestPdf.Curves(Figures, 700)])
        )
        {
            Attendance = [Counted],
        };
        yield return new("font-without-unicode.pdf", () => TestPdf.OfLetters(0xE020, [.. Report, .. Figures]))
        {
            Attendance = [Counted],
        };
        yield return new("font-with-shifted-letters.pdf", () => TestPdf.OfLetters(0x05, [.. Report, .. Figures]))
        {
            Attendance = [Counted],
        };
    }

    private static IEnumerable<ReadCase> Photographs()
    {
        foreach (var orientation in Enumerable.Range(2, 7).Except([6]))
        {
            yield return new(
                $"photograph-of-orientation-{orientation}.jpg",
                () => TestScan.Oriented(Picture(), orientation)
            )
            {
                Attendance = [Counted],
            };
        }

        yield return new(
            "photograph-of-orientation-6.docx",
            () => TestOffice.With(TestOffice.Docx(TestOffice.Paragraph("Anexo")), ("word/media/image1.jpeg", Turned()))
        )
        {
            Attendance = [Counted],
        };
        yield return new(
            "photograph-of-49-megapixels.png",
            () => PictureFiles.Png(TestScan.Enlarge(TestScan.Draw(1_200, Figures), 5))
        )
        {
            Attendance = [Counted],
        };
        yield return new("picture-of-400-megapixels.png", () => TestPicture.PngHeader(20_000, 20_000))
        {
            Trouble = "TooManyPixels",
        };
    }

    private static Bitmap Picture() => TestScan.Draw(700, Figures);

    private static byte[] Turned() => TestScan.Oriented(Picture(), 6);

    /// <summary>A page with a scan below its text.</summary>
    private static byte[] Pasted(string text, string[] scanned, int width = Width - 80)
    {
        var scan = TestScan.Jpeg(TestScan.Draw(700, scanned));
        var page = text + TestPdf.Picture(0, 40, 300, width, width * scan.Height / scan.Width);
        return TestPdf.Of([page], scan);
    }

    /// <summary>What a program recognised in the picture stands behind it, some points off.</summary>
    private static byte[] PastedWithLayer()
    {
        var scan = TestScan.Jpeg(Picture());
        var layer = TestPdf.Text(Figures, 520, isHidden: true);
        return TestPdf.Of([TestPdf.Text(Report) + layer + TestPdf.Picture(0, 11, 300, Width, 252)], scan);
    }

    private static byte[] PastedOnItsSide()
    {
        var scan = TestScan.Jpeg(Picture());
        // Turned by 90 degrees to the left around its corner.
        return TestPdf.Of([TestPdf.Text(Report) + "q 0 560 -240 0 400 60 cm /I0 Do Q "], scan);
    }

    private static byte[] Strips()
    {
        var scan = TestScan.Draw(700, Figures);
        (byte[] Jpeg, int Width, int Height)[] strips =
        [
            .. Enumerable.Range(0, 7).Select(i => TestScan.Jpeg(TestScan.Strip(scan, i * 100, (i + 1) * 100))),
        ];
        var shown = strips.Select((_, i) => TestPdf.Picture(i, 40, 500 - (i * 32), 515, 32));
        return TestPdf.Of([TestPdf.Text(Report) + string.Concat(shown)], strips);
    }

    /// <summary>A page that was scanned, with what a program recognised in it behind the picture.</summary>
    private static byte[] Layered(string[] lines)
    {
        var scan = TestScan.Jpeg(TestScan.Draw(2_339, lines));
        var layer = TestPdf.Text(lines, Height - 30, isHidden: true);
        return TestPdf.Of([layer + TestPdf.Picture(0, 10, 0, Width, Height)], scan);
    }

    /// <summary>A scan with a stamp of text on it.</summary>
    private static byte[] Stamped()
    {
        var scan = TestScan.Jpeg(TestScan.Draw(2_339, [.. Report, .. Figures]));
        return TestPdf.Of(
            [
                TestPdf.Picture(0, 0, 0, Width, Height)
                    + TestPdf.Text(
                        ["Firmado digitalmente por la directora general", "Motivo: en prueba de conformidad"],
                        200
                    ),
            ],
            scan
        );
    }

    private static byte[] Letterhead()
    {
        var head = TestScan.Jpeg(TestScan.Draw(280, "Ministerio de la Mujer y Poblaciones", "Oficina de Recursos"));
        var shown = TestPdf.Picture(0, 40, 720, 515, 87);
        return TestPdf.Of(
            [
                shown + TestPdf.Text([.. Report, .. Figures], 640),
                shown + TestPdf.Text(Report, 640),
                shown + TestPdf.Text(Report, 640),
            ],
            head
        );
    }

    /// <summary>Each row of a list is counted once.</summary>
    private static IEnumerable<ReadCase> Lists() =>
        [
            new("14-clean-scan-false-sex-unclear.png") { Attendance = ["W9 M3 T12"] },
            new("scanned-list.png", () => Scan(DrawnLists.List(14))) { Attendance = ["W8 M6 T14"] },
            new("scanned-list-without-lines.png", () => Scan(DrawnLists.List(14), isRuled: false))
            {
                Attendance = ["W8 M6 T14"],
            },
            new(
                "scanned-crosses-without-lines.png",
                () => Scan(DrawnLists.Crossed("MUJER", "HOMBRE", 'c', 12, "MHM"), isRuled: false)
            )
            {
                Attendance = ["W8 M4 T12"],
            },
            new("scanned-names-in-two-lines.png", () => Scan(DrawnLists.List(9, wrapped: true)))
            {
                Attendance = ["W5 M4 T9"],
            },
        ];

    private static byte[] Scan(PlacedTable table, bool isRuled = true) =>
        TestPicture.OfAsync((table with { IsRuled = isRuled }).Pdf(), "-png").GetAwaiter().GetResult().Picture;
}
