using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The totals rows of a list: one at its end, or one below each session.</summary>
internal sealed class ListTotals
{
    private readonly List<(long? Given, long Rows, long Unread)> totals = [];

    /// <param name="rows">Rows of people above, of the whole list.</param>
    /// <param name="unread">How many of them have no readable sex.</param>
    public void Add(TableRow row, long rows, long unread) => totals.Add((Given(row), rows, unread));

    /// <summary>True if no row of people came since the last totals row.</summary>
    public bool IsLast(long rows) => totals.Count > 0 && totals[^1].Rows == rows;

    /// <summary>True if a total is neither that of its session nor that of the list up to it.</summary>
    public bool Differ(long everyone)
    {
        if (totals.Count == 1)
        {
            return totals[0].Given is { } single && single != everyone && single != totals[0].Rows;
        }

        var (rows, unread) = (0L, 0L);
        foreach (var total in totals)
        {
            if (total.Given is { } given && !Fits(given, rows, unread) && !Fits(given, 0, 0))
            {
                return true;
            }

            if (total.Rows > rows)
            {
                (rows, unread) = (total.Rows, total.Unread);
            }

            bool Fits(long value, long before, long unreadBefore) =>
                value <= total.Rows - before && value >= total.Rows - before - (total.Unread - unreadBefore);
        }

        return false;
    }

    /// <summary>The last whole number of the row, unless it is of one sex (Total mujeres: 36); in its label only after a mark, since Total sesión 2 has none.</summary>
    private static long? Given(TableRow row)
    {
        long? given = null;
        // Total mujeres: 2
        if (
            row.Cells.Any(cell =>
                Tokens.Words(ReadableText.Fold(cell)).Any(word => SexWords.OfWord(word) is not null || word is "F")
            )
        )
        {
            return null;
        }

        var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        foreach (var (place, cell) in filled.Index())
        {
            var tokens = Tokens.Of(ReadableText.Fold(ReadableText.Clean(cell)));
            if (place == 0 && tokens.Select(token => SexWords.OfWord(token.Text)).OfType<Sex>().Distinct().Count() == 1)
            {
                return null;
            }

            for (var i = 0; i < tokens.Count; i++)
            {
                if (
                    tokens[i].Kind == TokenKind.Count
                    && (place > 0 || (i > 0 && tokens[i - 1].Text is ":" or "=" or "TOTAL" or "GENERAL"))
                )
                {
                    given = (long)tokens[i].Value;
                }
            }
        }

        return given;
    }
}
