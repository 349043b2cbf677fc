using System.Globalization;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The running numbers of a list's rows: its last number says how many rows there should be.</summary>
/// <param name="names">The headers of the list's columns.</param>
internal sealed class RunningNumbers(IReadOnlyList<string> names)
{
    private const int MaxDigits = 4;

    private readonly int? column = names
        .Index()
        .Where(name => PeopleHeaders.IsOrdinal(name.Item))
        .Select(name => (int?)name.Index)
        .FirstOrDefault();

    private long before;
    private long ofParts;
    private long empty;
    private long emptySinceLast;

    /// <summary>Rows that have a number.</summary>
    public long Count { get; private set; }

    /// <summary>People that the numbers promise: the last of each part, since a second workshop counts from 1 again.</summary>
    public long Expected => ofParts + before - empty;

    /// <returns>True if the row of a person has a number.</returns>
    public bool Take(TableRow row)
    {
        if (Of(row) is not { } number)
        {
            return false;
        }

        Count++;
        if (number <= before)
        {
            ofParts += before;
        }
        else
        {
            empty += Math.Min(emptySinceLast, number - before - 1);
        }

        (before, emptySinceLast) = (number, 0);
        return true;
    }

    /// <summary>Takes a row that is numbered and left empty: no row is lost there.</summary>
    public void Skip(TableRow row)
    {
        if (Of(row) is not null)
        {
            emptySinceLast++;
        }
    }

    /// <summary>Takes a row that counts nobody: it is left empty, or what it says of a person was lost.</summary>
    public void TakeOrSkip(TableRow row, bool isEmpty)
    {
        if (isEmpty)
        {
            Skip(row);
        }
        else
        {
            Take(row);
        }
    }

    private int? Of(TableRow row)
    {
        if (column is { } place)
        {
            return Number(row.Cell(place));
        }

        foreach (var (index, cell) in row.Cells.Take(2).Index())
        {
            // A number below another header is an age, or a code.
            if (Number(cell) is { } number)
            {
                return index >= names.Count || string.IsNullOrWhiteSpace(names[index]) ? number : null;
            }

            if (!string.IsNullOrWhiteSpace(cell))
            {
                return null;
            }
        }

        return null;
    }

    private static int? Number(string cell)
    {
        var text = cell.Trim().TrimEnd('.', ')', '-', '|');
        return
            text.Length is > 0 and <= MaxDigits
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
