namespace Avance.Functions.Evidence.Facts.References;

/// <summary>Tells the line in which a document names itself, in capitals or not.</summary>
internal static class TitleLine
{
    // What follows these is about other documents.
    private static readonly string[] AfterHead =
    [
        "ANTECEDENTES",
        "ASUNTO",
        "EN ATENCION",
        "PARA :",
        "PARA:",
        "REFERENCIA",
        "VISTO:",
    ];

    /// <param name="start">Position of the first character of the name.</param>
    /// <param name="end">Position after the last one.</param>
    public static bool Is(ReadOnlySpan<char> folded, int start, int end)
    {
        var before = folded[..start].TrimEnd(" \t");
        var after = folded[end..].TrimStart(" \t");
        return (before.IsEmpty || before[^1] == '\n')
            && (after.IsEmpty || !char.IsLetterOrDigit(after[0]))
            && !EndsHead(before);
    }

    public static bool EndsHead(ReadOnlySpan<char> folded)
    {
        foreach (var word in AfterHead)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
