namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Headers and answers as people write them.</summary>
internal static class HeadersAndValues
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
