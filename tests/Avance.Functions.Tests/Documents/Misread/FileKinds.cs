namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Files of formats, and of programs, that are seldom met.</summary>
internal static class FileKinds
{
    public static IEnumerable<ReadCase> All()
    {
        yield break;
    }
}
