using System.Buffers;
using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>
/// Reads the words of pages as <c>pdftotext -tsv</c> and <c>tesseract … tsv</c> write them: a line each with tabs between level,
/// five numbers, left, top, width, height, confidence and text. Level 1 begins a page, level 5 is a word.
/// </summary>
/// <param name="millionCharacters">Limit of the text of all pages.</param>
internal sealed class WordTable(int millionCharacters)
{
    private const int Fields = 12;
    private const int FirstOfPlace = 6;

    /// <summary>Longest line that is kept; the rest of a longer word is dropped.</summary>
    private const int MaxLine = 20_000;

    /// <summary>Characters added to each word's count, since a million empty words take memory as well.</summary>
    private const int WordCost = 10;

    private const string Rules = "|¦_";
    private static readonly SearchValues<char> Leaders = SearchValues.Create("_-—.·…|");

    private readonly StringBuilder line = new();
    private readonly Range[] fields = new Range[Fields];
    private List<LayoutWord>? words;
    private List<LayoutWord> rules = [];
    private (float Width, float Height) size;
    private long cost;

    public List<PageWords> Pages { get; } = [];

    /// <exception cref="UnreadableException">It has too much text.</exception>
    public async Task ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var buffer = new char[16 * 1024];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            Add(buffer.AsSpan(0, count));
        }

        EndLine();
        EndPage();
    }

    private void Add(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is >= 0 and var end)
        {
            Keep(text[..end]);
            EndLine();
            text = text[(end + 1)..];
        }

        Keep(text);
    }

    private void Keep(ReadOnlySpan<char> text) => line.Append(text[..Math.Min(text.Length, MaxLine - line.Length)]);

    private void EndLine()
    {
        Parse(line.ToString());
        line.Clear();
    }

    private void Parse(ReadOnlySpan<char> row)
    {
        if (row.Split(fields, '\t') < Fields)
        {
            return;
        }

        if (row[fields[0]] is "1")
        {
            EndPage();
            (words, rules) = ([], []);
            size = Place(row) is [_, _, var width, var height] ? (width, height) : default;
        }
        else if (row[fields[0]] is "5")
        {
            AddWord(row[fields[Fields - 1]], row);
        }
    }

    private void AddWord(ReadOnlySpan<char> text, ReadOnlySpan<char> row)
    {
        text = text.Trim();
        if (text.IsEmpty || Place(row) is not { } place)
        {
            return;
        }

        cost += text.Length + WordCost;
        // The words of a text take twice its characters, hence twice the limit.
        if (cost > 2_000_000L * millionCharacters)
        {
            throw new UnreadableException(
                ReadTrouble.TooLarge,
                $"more than {millionCharacters} million characters of text"
            );
        }

        words ??= [];
        if (IsRule(text))
        {
            rules.Add(new LayoutWord("", place[0], place[1], place[0] + place[2], place[1] + place[3]));
            return;
        }

        var width = place[2] / text.Length;
        foreach (var range in text.Split('|'))
        {
            var part = WithoutBracket(text[range].Trim(Rules));
            var offset = range.GetOffsetAndLength(text.Length).Offset + text[range].IndexOf(part);
            if (!part.IsEmpty)
            {
                var left = place[0] + (offset * width);
                words.Add(
                    new LayoutWord(part.ToString(), left, place[1], left + (part.Length * width), place[1] + place[3])
                );
            }
        }
    }

    /// <summary>Without a bracket at its start that nothing closes: the line of a cell, as text recognition reads it.</summary>
    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> text) =>
        text is ['[', ..] && !text.Contains(']') || text is ['¡', ..] ? text[1..].TrimStart() : text;

    /// <summary>Left, top, width and height; null if one is no number.</summary>
    private float[]? Place(ReadOnlySpan<char> row)
    {
        var place = new float[4];
        for (var i = 0; i < place.Length; i++)
        {
            if (
                !float.TryParse(row[fields[FirstOfPlace + i]], CultureInfo.InvariantCulture, out place[i])
                || !float.IsFinite(place[i])
            )
            {
                return null;
            }
        }

        return place;
    }

    /// <summary>The lines between cells, which text recognition takes for letters, and lines to write on.</summary>
    private static bool IsRule(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(Rules) || (text.Length > 3 && !text.ContainsAnyExcept(Leaders));

    private void EndPage()
    {
        if (words is not null)
        {
            Pages.Add(
                new PageWords(words)
                {
                    Width = size.Width,
                    Height = size.Height,
                    Rules = rules,
                }
            );
        }

        words = null;
    }
}
