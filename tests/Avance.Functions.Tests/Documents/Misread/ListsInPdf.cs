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
        ];
}
