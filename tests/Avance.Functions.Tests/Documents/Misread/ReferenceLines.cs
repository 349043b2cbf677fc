namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Documents named in a line of text.</summary>
internal static class ReferenceLines
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
