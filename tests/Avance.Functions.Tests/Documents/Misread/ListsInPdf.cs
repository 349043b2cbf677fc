namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Lists of people in a PDF, which has letters at places and no tables.</summary>
internal static class ListsInPdf
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
