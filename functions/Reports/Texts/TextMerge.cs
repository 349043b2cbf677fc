using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Avance.Functions.Reports.Texts;

/// <summary>
/// Brings what has changed in a draft into a text that was edited: word by word, and where both changed, the edit stays.
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

        var diff = ThreeWayDiffer.Instance.CreateDiffs(origin, edited, draft, false, false, Words);
        var text = string.Concat(diff.DiffBlocks.Select(block => TextOf(diff, block)));
        return new MergedText(text, Changes(diff).ToValueList());
    }

    private static string TextOf(ThreeWayDiffResult diff, ThreeWayDiffBlock block) =>
        block.ChangeType == ThreeWayChangeType.NewOnly
            ? Join(diff.PiecesNew, block.NewStart, block.NewStart + block.NewCount)
            : Join(diff.PiecesOld, block.OldStart, block.OldStart + block.OldCount);

    /// <summary>Changes with no more than a word between them are one.</summary>
    private static IEnumerable<TextChange> Changes(ThreeWayDiffResult diff)
    {
        var changed = diff
            .DiffBlocks.Where(block =>
                block.ChangeType is not (ThreeWayChangeType.Unchanged or ThreeWayChangeType.OldOnly)
            )
            .ToList();
        for (var first = 0; first < changed.Count; )
        {
            var last = first;
            while (last + 1 < changed.Count && IsNear(diff, EndOf(changed[last]), changed[last + 1].BaseStart))
            {
                last++;
            }

            var blocks = changed[first..(last + 1)];
            yield return new TextChange(
                Around(diff.PiecesBase, changed[first].BaseStart, EndOf(changed[last])),
                Around(diff.PiecesNew, changed[first].NewStart, changed[last].NewStart + changed[last].NewCount),
                blocks.TrueForAll(block => block.ChangeType != ThreeWayChangeType.Conflict)
            );
            first = last + 1;
        }
    }

    private static int EndOf(ThreeWayDiffBlock block) => block.BaseStart + block.BaseCount;

    private static bool IsNear(ThreeWayDiffResult diff, int from, int to)
    {
        var between = diff.PiecesBase.Skip(from).Take(to - from).ToList();
        return between.Count(piece => !string.IsNullOrWhiteSpace(piece)) <= 1
            && !between.Exists(piece => piece.Contains('\n', StringComparison.Ordinal));
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

    /// <summary>Blanks, words and figures with what is inside them (<c>70.8</c>, <c>2023-II</c>), and signs one by one.</summary>
    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}]+(?:[.,/-][\p{L}\p{M}\p{N}]+)*|.", RegexOptions.Singleline, 1_000)]
    private static partial Regex Word { get; }
}
