namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads the sign before a document number: N°, Nº, N.°, N °, №, Nro., Núm., #.</summary>
internal static class NumberSign
{
    private const int MaxMarks = 4;

    // Text recognition reads the ring of N° as one of these.
    private const string Marks = "°º˚ª.?*'\"`^~%,;:";

    private static readonly string[] Letters = ["UMEROS", "UMERO", "ROS", "RO", "UMS", "UM", "OS", "O"];

    /// <summary>Position after the sign, or the same position if none is there.</summary>
    public static int End(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        switch (Peek(folded, at))
        {
            case '#':
                return at + 1;
            case '№':
                at = AfterMarks(folded, at + 1);
                break;
            case 'N':
                at = AfterRing(folded, AfterLetters(folded, at + 1));
                // N.ro, N.os, N°s
                var letters = at > start + 1 ? AfterLetters(folded, at) : at;
                at = letters > at ? AfterMarks(folded, letters) : AfterPlural(folded, at, start + 1);
                break;
        }

        return at;
    }

    private static int AfterLetters(ReadOnlySpan<char> folded, int at)
    {
        foreach (var letters in Letters)
        {
            if (folded[at..].StartsWith(letters, StringComparison.Ordinal) && !IsLetter(folded, at + letters.Length))
            {
                return at + letters.Length;
            }
        }

        return at;
    }

    private static int AfterRing(ReadOnlySpan<char> folded, int at)
    {
        // N °
        var blanks = at;
        while (blanks - at < 3 && char.IsWhiteSpace(Peek(folded, blanks)))
        {
            blanks++;
        }

        if (Peek(folded, blanks) is '°' or 'º' or '˚')
        {
            at = blanks;
        }

        // The ring read as a digit, with a blank after it.
        if (Peek(folded, at) is '0' or '2' or '9' && char.IsWhiteSpace(Peek(folded, at + 1)))
        {
            at++;
        }

        return AfterMarks(folded, at);
    }

    private static int AfterPlural(ReadOnlySpan<char> folded, int at, int from) =>
        at > from && Peek(folded, at) == 'S' && Peek(folded, at + 1) != '/' && !IsLetter(folded, at + 1)
            ? AfterMarks(folded, at + 1)
            : at;

    private static int AfterMarks(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        while (at - start < MaxMarks && Marks.Contains(Peek(folded, at), StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(ReadOnlySpan<char> folded, int at) =>
        char.IsLetter(Peek(folded, at)) && Peek(folded, at) is not ('º' or 'ª');

    private static char Peek(ReadOnlySpan<char> folded, int at) => at < folded.Length ? folded[at] : '\0';
}
