namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Sentences that give women and men, with percents and other numbers beside them.</summary>
internal static class SentencesWithPercent
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
