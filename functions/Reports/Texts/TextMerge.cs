using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Avance.Functions.Reports.Texts;

/// <summary>
/// Brings what has changed in a draft into a text that was edited: word by word, and where both changed, the edit stays.
/// The package's own three-way differ loses changes inside what an edit removed: two differences are laid over each other.
/// </summary>
public static partial class TextMerge
{
    /// <summary>Words on each side that show where a change is.</summary>
    private const int Context = 2;

    private static readonly CustomFunctionChunker Words = new(text =>
        [.. Word.Matches(text).Select(match => match.Value)]
    );

    /// <param name="origin">The draft when the text was edited.</param>
    /// <param name="edited">What was made of it.</param>
    /// <param name="draft">The draft of now.</param>
    public static MergedText Merge(string origin, string edited, string draft)
    {
        if (origin == draft || origin.Length == 0)
        {
            return new MergedText(edited, []);
        }

        var edits = Differ.Instance.CreateDiffs(origin, edited, false, false, Words);
        var news = Differ.Instance.CreateDiffs(origin, draft, false, false, Words);
        var changes = news
            .DiffBlocks.Select(block => new Change(block, edits.DiffBlocks.Where(edit => Meet(edit, block)).ToList()))
            .ToList();
        foreach (var change in changes)
        {
            change.IsMerged = change.Edits.TrueForAll(edit => IsSame(edits, edit, news, change.Block));
        }

        var text = Apply(
            edits.PiecesOld,
            edits
                .DiffBlocks.Select(block => (Block: block, Text: TextOf(edits, block)))
                .Concat(
                    changes
                        .Where(change => change.Edits.Count == 0)
                        .Select(change => (change.Block, TextOf(news, change.Block)))
                )
        );
        return new MergedText(text, Describe(news, changes).ToValueList());
    }

    /// <summary>True if both change the same words, or add words in the same place.</summary>
    private static bool Meet(DiffBlock one, DiffBlock other)
    {
        var (start, end) = (Math.Max(one.DeleteStartA, other.DeleteStartA), Math.Min(EndOf(one), EndOf(other)));
        return start < end
            // What is added stands between two words: at the edge of a change it is beside it.
            || (start == end && one.DeleteCountA == 0 && other.DeleteCountA == 0)
            || IsInside(one, other)
            || IsInside(other, one);
    }

    private static bool IsInside(DiffBlock added, DiffBlock other) =>
        added.DeleteCountA == 0 && added.DeleteStartA > other.DeleteStartA && added.DeleteStartA < EndOf(other);

    private static bool IsSame(DiffResult edits, DiffBlock edit, DiffResult news, DiffBlock block) =>
        (edit.DeleteStartA, edit.DeleteCountA) == (block.DeleteStartA, block.DeleteCountA)
        && TextOf(edits, edit) == TextOf(news, block);

    private static string Apply(IReadOnlyList<string> origin, IEnumerable<(DiffBlock Block, string Text)> blocks)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (block, added) in blocks.OrderBy(one => one.Block.DeleteStartA).ThenBy(one => EndOf(one.Block)))
        {
            text.Append(Join(origin, at, block.DeleteStartA)).Append(added);
            at = EndOf(block);
        }

        return text.Append(Join(origin, at, origin.Count)).ToString();
    }

    /// <summary>Changes with no more than a word between them are one.</summary>
    private static IEnumerable<TextChange> Describe(DiffResult news, List<Change> changes)
    {
        for (var first = 0; first < changes.Count; )
        {
            var last = first;
            while (
                last + 1 < changes.Count
                && IsNear(news.PiecesOld, EndOf(changes[last].Block), changes[last + 1].Block.DeleteStartA)
            )
            {
                last++;
            }

            var (from, to) = (changes[first].Block, changes[last].Block);
            yield return new TextChange(
                Around(news.PiecesOld, from.DeleteStartA, EndOf(to)),
                Around(news.PiecesNew, from.InsertStartB, to.InsertStartB + to.InsertCountB),
                changes[first..(last + 1)].TrueForAll(change => change.IsMerged)
            );
            first = last + 1;
        }
    }

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static string TextOf(DiffResult diff, DiffBlock block) =>
        Join(diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);

    private static bool IsNear(IReadOnlyList<string> pieces, int from, int to)
    {
        var between = pieces.Skip(from).Take(to - from).ToList();
        return between.Count(piece => !string.IsNullOrWhiteSpace(piece)) <= 1 && !between.Exists(IsBreak);
    }

    /// <summary>The pieces with the words around them in their paragraph.</summary>
    private static string Around(IReadOnlyList<string> pieces, int from, int to)
    {
        for (var words = 0; from > 0 && words < Context && !IsBreak(pieces[from - 1]); from--)
        {
            words += IsWord(pieces[from - 1]) ? 1 : 0;
        }

        for (var words = 0; to < pieces.Count && words < Context && !IsBreak(pieces[to]); to++)
        {
            words += IsWord(pieces[to]) ? 1 : 0;
        }

        return Join(pieces, from, to).Trim();
    }

    private static bool IsBreak(string piece) => piece.Contains('\n', StringComparison.Ordinal);

    private static bool IsWord(string piece) => char.IsLetterOrDigit(piece[0]);

    private static string Join(IReadOnlyList<string> pieces, int from, int to) =>
        string.Concat(pieces.Skip(from).Take(to - from));

    /// <param name="Edits">The edits of the same place: they stay.</param>
    private sealed record Change(DiffBlock Block, List<DiffBlock> Edits)
    {
        public bool IsMerged { get; set; }
    }

    /// <summary>Blanks, words and figures with what is inside them (<c>70.8</c>, <c>2023-II</c>), and signs one by one.</summary>
    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}]+(?:[.,/-][\p{L}\p{M}\p{N}]+)*|.", RegexOptions.Singleline, 1_000)]
    private static partial Regex Word { get; }
}
