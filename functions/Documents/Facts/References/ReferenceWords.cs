using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>
/// The words that name a kind of document, each below the one before it. Small words between them do not matter:
/// RESOLUCIÓN DE LA PRESIDENCIA DEL CONSEJO DIRECTIVO is RESOLUCIÓN DE PRESIDENCIA DE CONSEJO DIRECTIVO.
/// </summary>
internal sealed class ReferenceWords
{
    private const int MaxBlanks = 40;

    /// <summary>Words long enough to be known with one letter wrong.</summary>
    private const int LongWord = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = WordSet
        .Of("DE DEL EL LA LAS LOS Y")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // One letter away from the name of a document.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordinary = WordSet
        .Of("AGENDA CONVENIR DEPORTE RECORTE SECRETO")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, ReferenceWords> next = new(StringComparer.Ordinal);
    private ReferenceType? type;

    /// <param name="words">Folded, separated by blanks.</param>
    public void Add(string words, ReferenceType named)
    {
        var node = this;
        foreach (var word in words.Split(' ').Where(word => !Small.Contains(word)))
        {
            if (!node.next.TryGetValue(word, out var below))
            {
                node.next[word] = below = new ReferenceWords();
            }

            node = below;
        }

        node.type ??= named;
    }

    /// <summary>Lets another word stand for one, whatever follows it.</summary>
    public void AddOther(string word, string other) => next.Add(other, next[word]);

    /// <summary>The longest name that the folded text has at the start of a word, and where it ends.</summary>
    public (ReferenceType Type, int End, bool Misspelled)? At(ReadOnlySpan<char> folded, int start)
    {
        (ReferenceType Type, int End, bool Misspelled)? found = null;
        var (node, at, misspelled) = (this, start, false);
        while (Below(node, folded, at) is { } step)
        {
            (node, misspelled) = (step.Node, misspelled || step.Misspelled);
            if (node.type is { } named)
            {
                found = (named, step.End, misspelled);
            }

            if (Gap(folded, step.End) is not { } gap)
            {
                break;
            }

            at = gap.End;
            if (!gap.HasMark && step.End - step.Start == 1)
            {
                // R.M. and R/M, but not the letters of a logo.
                break;
            }
        }

        return found is { } longest ? longest with { End = AfterMark(folded, longest.End) } : null;
    }

    /// <summary>The word at a position among those below a node; small words before it are passed over.</summary>
    private (ReferenceWords Node, int Start, int End, bool Misspelled)? Below(
        ReferenceWords node,
        ReadOnlySpan<char> folded,
        int at
    )
    {
        for (var small = 0; small <= 2; small++)
        {
            var end = WordEnd(folded, at);
            var word = folded[at..end];
            if (word.IsEmpty)
            {
                return null;
            }

            if (Exact(node, word) is { } exact)
            {
                return (exact, at, end, false);
            }

            var isSmall = node != this && Small.Contains(word);
            if (!isSmall)
            {
                return OneOff(node, word) is { } near ? (near, at, end, true) : null;
            }

            if (Gap(folded, end) is not { HasMark: false } gap)
            {
                return null;
            }

            at = gap.End;
        }

        return null;
    }

    /// <summary>The word, or the one it is the plural of.</summary>
    private static ReferenceWords? Exact(ReferenceWords node, ReadOnlySpan<char> word)
    {
        var words = node.next.GetAlternateLookup<ReadOnlySpan<char>>();
        return words.TryGetValue(word, out var same) ? same
            : word.Length > 3 && word[^1] == 'S' && words.TryGetValue(word[..^1], out var singular) ? singular
            : word.Length > 4 && word.EndsWith("ES") && words.TryGetValue(word[..^2], out singular) ? singular
            : null;
    }

    private static ReferenceWords? OneOff(ReferenceWords node, ReadOnlySpan<char> word)
    {
        if (word.Length < LongWord - 1 || Ordinary.Contains(word))
        {
            return null;
        }

        foreach (var (known, below) in node.next)
        {
            if (known.Length >= LongWord && Spelling.IsOneOff(word, known) && !IsInflected(word, known))
            {
                return below;
            }
        }

        return null;
    }

    /// <summary>True for another form of the word: Directivo for Directiva, informó for informe.</summary>
    private static bool IsInflected(ReadOnlySpan<char> word, ReadOnlySpan<char> known) =>
        word.Length >= known.Length
        && word[^1] is 'A' or 'E' or 'I' or 'O' or 'U' or 'N' or 'R' or 'S'
        && word[..^1].SequenceEqual(known[..(word.Length - 1)]);

    /// <summary>What stands between two words: blanks, the point of a short form, a hyphen, a bracket.</summary>
    private static (int End, bool HasMark)? Gap(ReadOnlySpan<char> folded, int start)
    {
        var (at, marks) = (start, 0);
        while (at < folded.Length && at - start < MaxBlanks)
        {
            if (folded[at] is '.' or '-' or '/' or '(' or ')')
            {
                marks++;
            }
            else if (!char.IsWhiteSpace(folded[at]))
            {
                break;
            }

            at++;
        }

        return at == start || marks > 2 ? null : (at, marks > 0);
    }

    /// <summary>Position after the point of a short form or the bracket around a word.</summary>
    private static int AfterMark(ReadOnlySpan<char> folded, int end) =>
        end < folded.Length && folded[end] is '.' or ')' ? end + 1 : end;

    private static int WordEnd(ReadOnlySpan<char> folded, int start)
    {
        var end = start;
        while (end < folded.Length && char.IsLetter(folded[end]) && folded[end] is not ('º' or 'ª'))
        {
            end++;
        }

        return end;
    }
}
