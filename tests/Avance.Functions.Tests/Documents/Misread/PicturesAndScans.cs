namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Pictures and scans with text in them.</summary>
internal static class PicturesAndScans
{
    public static IEnumerable<ReadCase> All()
    {
        yield return new("01b-same-as-docx-is-read.docx") { Attendance = ["W6 M4 T10"] };
    }
}
