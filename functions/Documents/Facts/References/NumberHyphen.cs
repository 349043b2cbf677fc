namespace Avance.Functions.Documents.Facts.References;

/// <summary>The hyphen or slash between the parts of a document number.</summary>
internal static class NumberHyphen
{
    private const int MaxBlanks = 40;

    /// <summary>Moves past one, and past the blanks and a line break around it, since long titles wrap there.</summary>
    /// <param name="wide">Blanks stand on both sides, as around a dash.</param>
    /// <returns>False, and the position stays, if none is there.</returns>
    public static bool Skip(ReadOnlySpan<char> folded, ref int at, out bool wide)
    {
        var from = at;
        var before = Blanks(folded, ref at);
        var broken = folded.Slice(from, before).Contains('\n');
        var separator = at < folded.Length && folded[at] is '-' or '/' or '_';
        at += separator ? 1 : 0;
        // Typed twice.
        at += separator && folded[at - 1] == '-' && at < folded.Length && folded[at] == '-' ? 1 : 0;
        var after = separator ? Blanks(folded, ref at) : 0;
        wide = before > 0 && after > 0;

        // A hyphen that begins a line and has a blank after it is a bullet.
        if (separator && !(broken && after > 0))
        {
            return true;
        }

        at = from;
        return false;
    }

    /// <summary>Moves past blanks, and says how many.</summary>
    public static int Blanks(ReadOnlySpan<char> folded, ref int at)
    {
        var from = at;
        while (at < folded.Length && at - from < MaxBlanks && char.IsWhiteSpace(folded[at]))
        {
            at++;
        }

        return at - from;
    }
}
