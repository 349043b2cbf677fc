namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Known words with one letter wrong, as typing and text recognition leave them.</summary>
internal static class Spelling
{
    /// <summary>True if one letter is lost, added or changed; false if none is.</summary>
    public static bool IsOneOff(ReadOnlySpan<char> word, ReadOnlySpan<char> known)
    {
        if (Math.Abs(word.Length - known.Length) > 1)
        {
            return false;
        }

        var same = word.CommonPrefixLength(known);
        if (same == word.Length && same == known.Length)
        {
            return false;
        }

        return word.Length == known.Length ? word[(same + 1)..].SequenceEqual(known[(same + 1)..])
            : word.Length < known.Length ? word[same..].SequenceEqual(known[(same + 1)..])
            : word[(same + 1)..].SequenceEqual(known[same..]);
    }
}
