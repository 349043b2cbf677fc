using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Pictures and scans with text in them.</summary>
internal static class PicturesAndScans
{
    public static IEnumerable<ReadCase> All()
    {
        yield return new("01b-same-as-docx-is-read.docx") { Attendance = ["W6 M4 T10"] };
        foreach (var list in Lists())
        {
            yield return list;
        }
    }

    /// <summary>Each row of a list is counted once.</summary>
    private static IEnumerable<ReadCase> Lists() =>
        [
            new("14-clean-scan-false-sex-unclear.png") { Attendance = ["W9 M3 T12"] },
            new("scanned-list.png", () => Scan(DrawnLists.List(14))) { Attendance = ["W8 M6 T14"] },
            new("scanned-names-in-two-lines.png", () => Scan(DrawnLists.List(9, wrapped: true)))
            {
                Attendance = ["W5 M4 T9"],
            },
        ];

    private static byte[] Scan(PlacedTable table) =>
        TestPicture.OfAsync((table with { IsRuled = true }).Pdf(), "-png").GetAwaiter().GetResult().Picture;
}
