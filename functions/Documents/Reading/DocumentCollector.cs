using Avance.Functions.Documents.Reading.Ocr;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading;

/// <summary>Collects what a parser finds in one document, up to the limits of a document.</summary>
internal sealed class DocumentCollector(ReadingOptions options, ValueList<string> path) : IReadSink
{
    private const int MaxPooled = 64;

    /// <summary>Characters added to each paragraph's count, since a million empty paragraphs take memory as well.</summary>
    private const int BlockCost = 50;
    private const int MaxPool = 50_000;

    private readonly List<TextBlock> blocks = [];
    private readonly List<TableBlock> tables = [];
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);
    private List<TableRow>? rows;
    private ReadLocation? table;
    private long characters;
    private long cells;
    private int rowCount;
    private int? pages;
    private int unread;
    private Guess? guess;
    private bool isLeftOut;

    /// <summary>True if no text was found; there may still be pictures.</summary>
    public bool IsEmpty => blocks.Count == 0 && rowCount == 0;

    public void Pages(int count) => pages = count;

    public void Text(string text, ReadLocation where)
    {
        var clean = PlainText.Clean(text);
        if (clean.Length > 0)
        {
            Count(clean.Length + BlockCost);
            blocks.Add(new TextBlock(clean, Place(where)));
        }
    }

    public void Table(ReadLocation where, bool isGuess = false)
    {
        EndTable();
        table = Place(where);
        rows = [];
        isLeftOut = false;
        guess = isGuess ? new Guess(characters, cells, rowCount) : null;
    }

    public void Unread(int count) => unread += count;

    public void Row(IReadOnlyList<string> cells, ReadLocation where, IReadOnlyList<int>? merged = null)
    {
        if (rows is null)
        {
            Table(where);
        }

        if (isLeftOut)
        {
            return;
        }

        try
        {
            Add(cells, where, merged);
        }
        catch (UnreadableException) when (guess is not null)
        {
            (characters, this.cells, rowCount) = (guess.Characters, guess.Cells, guess.Rows);
            rows = [];
            isLeftOut = true;
        }
    }

    /// <param name="ocr">The OCR of its pages; null if there was none.</param>
    public DocumentText ToText(OcrRun? ocr = null)
    {
        EndTable();
        return new DocumentText(blocks.ToValueList(), tables.ToValueList(), pages, ocr is { HasRecognised: true })
        {
            Unread = unread + (ocr?.Unread ?? 0),
        };
    }

    private void Add(IReadOnlyList<string> cells, ReadLocation where, IReadOnlyList<int>? merged)
    {
        var clean = new string[cells.Count];
        var length = 0;
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = Pooled(PlainText.Clean(cells[i]));
            length = clean[i].Length > 0 ? i + 1 : length;
        }

        if (length == 0)
        {
            return;
        }

        this.cells += length + (merged?.Count ?? 0);
        if (++rowCount > options.Rows || length > options.Columns || this.cells > options.ThousandCells * 1_000L)
        {
            throw new UnreadableException(
                ReadTrouble.TooManyCells,
                $"{rowCount} rows, {this.cells} cells, {length} columns"
            );
        }

        rows!.Add(
            new TableRow([.. clean.AsSpan(0, length)], Place(where))
            {
                Merged = merged is { Count: > 0 } ? merged.ToValueList() : null,
            }
        );
    }

    private void EndTable()
    {
        if (rows is { Count: > 0 })
        {
            tables.Add(new TableBlock(rows.ToValueList(), table!));
        }

        rows = null;
    }

    /// <summary>All rows of a sheet share one instance of its name, which a child process sends with each row.</summary>
    private ReadLocation Place(ReadLocation where) =>
        where with
        {
            Path = path,
            Sheet = where.Sheet == table?.Sheet ? table?.Sheet : where.Sheet,
        };

    private void Count(int length)
    {
        characters += length;
        if (characters > options.MillionCharacters * 1_000_000L)
        {
            throw new UnreadableException(
                ReadTrouble.TooLarge,
                $"more than {options.MillionCharacters} million characters of text"
            );
        }
    }

    /// <summary>Columns repeat the same few words: each is kept once.</summary>
    private string Pooled(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (text.Length > MaxPooled)
        {
            Count(text.Length);
            return text;
        }

        if (pool.TryGetValue(text, out var known))
        {
            return known;
        }

        Count(text.Length);
        if (pool.Count < MaxPool)
        {
            pool.Add(text, text);
        }

        return text;
    }

    /// <summary>What was counted before a table that may be left out.</summary>
    private sealed record Guess(long Characters, long Cells, int Rows);
}
