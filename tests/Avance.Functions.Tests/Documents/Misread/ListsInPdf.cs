using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Lists of people in a PDF, which has letters at places and no tables.</summary>
internal static class ListsInPdf
{
    public static IEnumerable<ReadCase> All() =>
        [
            new("02-pdf-crosses-under-F-M-all-women.pdf") { Attendance = ["W8 M4 T12"] },
            new("02c-pdf-crosses-Mujer-Hombre-extra-wrong-count.pdf") { Attendance = ["W8 M4 T12"] },
            new("03-pdf-list-of-2-pages-header-once-second-page-lost.pdf") { Attendance = ["W38 M22 T60"] },
            new("03d-pdf-60-rows-header-once.pdf") { Attendance = ["W38 M22 T60"] },
            new("16-pdf-totals-row-read-shifted.pdf") { Attendance = ["W12 M5 T17"] },
            new("17-pdf-wide-list-correo-firma.pdf") { Attendance = ["W38 M22 T60"], References = [] },
            new("18-pdf-two-columns-mixed.pdf") { Attendance = ["W28 M10 T-", "W40 M12 T-"] },
            // As LibreOffice writes a web page: «Lenguaje Hombre 2» has no gap.
            new("figures-in-tight-columns.pdf") { Attendance = ["W17 M6 T23"] },
            .. Crosses(),
            .. Pages(),
            .. Cells(),
            .. Beside(),
            .. ListsOfSheets.All(),
        ];

    private static IEnumerable<ReadCase> Crosses() =>
        [
            new(
                "crosses-below-a-merged-header.pdf",
                Pdf(
                    DrawnLists.Crossed(
                        [
                            ["N°", "APELLIDOS Y NOMBRES", "DNI", "SEXO", null, "FIRMA"],
                            ["", "", "", "H", "M", ""],
                        ],
                        'c',
                        9,
                        "MHM"
                    )
                )
            )
            {
                Attendance = ["W6 M3 T9"],
            },
            new("crosses-of-women-alone.pdf", Pdf(DrawnLists.Crossed("HOMBRE", "MUJER", 'c', 7, "M")))
            {
                Attendance = ["W7 M0 T7"],
            },
            new(
                "crosses-at-the-left-of-wide-columns.pdf",
                Pdf(DrawnLists.Crossed("HOMBRES", "MUJERES", 'l', 8, "MH") with { HeaderAlign = 'c' })
            )
            {
                Attendance = ["W4 M4 T8"],
            },
            new(
                "crosses-at-the-right-of-wide-columns.pdf",
                Pdf(DrawnLists.Crossed("H", "M", 'r', 8, "MMMH") with { HeaderAlign = 'c' })
            )
            {
                Attendance = ["W6 M2 T8"],
            },
        ];

    private static IEnumerable<ReadCase> Pages() =>
        [
            new("header-on-the-first-of-three-pages.pdf", Pdf(DrawnLists.List(70) with { RowsOnPage = 27 }))
            {
                Attendance = ["W40 M30 T70"],
            },
            new("header-on-each-page.pdf", Pdf(DrawnLists.List(70) with { RowsOnPage = 27, RepeatsHeader = true }))
            {
                Attendance = ["W40 M30 T70"],
            },
            new("crosses-on-two-pages.pdf", Pdf(DrawnLists.Crossed("F", "M", 'c', 40, "FFFM") with { RowsOnPage = 30 }))
            {
                Attendance = ["W30 M10 T40"],
            },
            new("a-row-is-missing.pdf", Pdf(DrawnLists.List(20, without: 7))) { Attendance = ["W10 M9 T19 rows-lost"] },
        ];

    private static IEnumerable<ReadCase> Cells() =>
        [
            new("names-in-two-lines.pdf", Pdf(DrawnLists.List(21, wrapped: true))) { Attendance = ["W12 M9 T21"] },
            new(
                "names-in-two-lines-in-the-middle-of-their-row.pdf",
                Pdf(DrawnLists.List(21, wrapped: true) with { IsCentred = true })
            )
            {
                Attendance = ["W12 M9 T21"],
            },
            new(
                "narrow-gaps.pdf",
                Pdf(
                    DrawnLists.List(30) with
                    {
                        Padding = 1,
                        Align = "r",
                        Columns = [(40, 58), (58, 200), (200, 262), (262, 300)],
                    }
                )
            )
            {
                Attendance = ["W17 M13 T30"],
            },
            new(
                "sex-before-the-name.pdf",
                Pdf(
                    new PlacedTable
                    {
                        Columns = [(40, 70), (70, 120), (120, 330), (330, 420)],
                        Header =
                        [
                            ["N°", "SEXO", "APELLIDOS Y NOMBRES", "DNI"],
                        ],
                        Rows =
                        [
                            .. DrawnLists.People(14).Select(one => new[] { one.Number, one.Sex, one.Name, one.Dni }),
                        ],
                    }
                )
            )
            {
                Attendance = ["W8 M6 T14"],
            },
            new(
                "ten-columns-across.pdf",
                Pdf(
                    new PlacedTable
                    {
                        Width = 842,
                        Height = 595,
                        Columns =
                        [
                            (30, 50),
                            (50, 190),
                            (190, 245),
                            (245, 365),
                            (365, 415),
                            (415, 450),
                            (450, 490),
                            (490, 620),
                            (620, 700),
                            (700, 800),
                        ],
                        Header =
                        [
                            [
                                "N°",
                                "APELLIDOS Y NOMBRES",
                                "DNI",
                                "UNIDAD",
                                "REGIMEN",
                                "EDAD",
                                "SEXO",
                                "CORREO",
                                "TELEFONO",
                                "FIRMA",
                            ],
                        ],
                        Rows =
                        [
                            .. DrawnLists
                                .People(28)
                                .Select(one =>
                                    new[]
                                    {
                                        one.Number,
                                        one.Name,
                                        one.Dni,
                                        "OFICINA GENERAL",
                                        "CAS",
                                        "34",
                                        one.Sex,
                                        $"correo{one.Number}@x.pe",
                                        "987654321",
                                        "",
                                    }
                                ),
                        ],
                    }
                )
            )
            {
                Attendance = ["W16 M12 T28"],
                References = [],
            },
            new(
                "figures-with-a-long-total.pdf",
                Pdf(
                    new PlacedTable
                    {
                        Title = "PARTICIPANTES",
                        Columns = [(40, 160), (160, 260), (260, 360), (360, 460)],
                        Align = "lrrr",
                        HeaderAlign = 'c',
                        Header =
                        [
                            ["SEDE", "MUJERES", "HOMBRES", "TOTAL"],
                        ],
                        Rows =
                        [
                            ["Lima", "120", "80", "200"],
                            ["Cusco", "9", "11", "20"],
                            ["Puno", "21", "4", "25"],
                            ["TOTAL GENERAL", "150", "95", "245"],
                        ],
                    }
                )
            )
            {
                Attendance = ["W150 M95 T245"],
            },
            new(
                "figures-that-do-not-add-up.pdf",
                Pdf(
                    new PlacedTable
                    {
                        Title = "PARTICIPANTES",
                        Columns = [(40, 160), (160, 260), (260, 360), (360, 460)],
                        Align = "lccc",
                        HeaderAlign = 'c',
                        Header =
                        [
                            ["SEDE", "MUJERES", "HOMBRES", "TOTAL"],
                        ],
                        Rows =
                        [
                            ["Lima", "12", "8", "20"],
                            ["Cusco", "9", "11", "20"],
                            ["TOTAL", "31", "19", "50"],
                        ],
                    }
                )
            )
            {
                Attendance = ["W31 M19 T50 total-differs"],
            },
        ];

    private static IEnumerable<ReadCase> Beside() =>
        [
            new("list-that-goes-on-beside-itself.pdf", Pdf(DrawnLists.TwoLists(goesOn: true)))
            {
                Attendance = ["W12 M8 T20"],
            },
            new("two-lists-beside-each-other.pdf", Pdf(DrawnLists.TwoLists(goesOn: false)))
            {
                Attendance = ["W6 M4 T10", "W6 M4 T10"],
            },
            new("three-columns-of-text.pdf", DrawnLists.Columns)
            {
                Attendance = ["W12 M5 T-", "W7 M3 T-", "W31 M20 T-"],
            },
        ];

    private static Func<byte[]> Pdf(PlacedTable table) => table.Pdf;
}
