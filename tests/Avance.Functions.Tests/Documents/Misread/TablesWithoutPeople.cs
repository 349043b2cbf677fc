namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Tables with letters that stand for months, days and answers, and for no person's sex.</summary>
internal static class TablesWithoutPeople
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
