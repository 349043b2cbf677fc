using System.Globalization;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Joins a list that goes on in the next table, with its header again or without, to one table.</summary>
internal static class JoinedTables
{
    private const int MaxRowsToHeader = 3;

    public static IEnumerable<TableBlock> Of(DocumentText document)
    {
        // Tables found in lines of text repeat them, and are read together from the lines.
        var lines = document.Blocks.Select(block => block.Where).ToHashSet();
        var paragraphs = document.Blocks.Select(block => block.Where.Paragraph).OfType<int>().Order().ToList();
        List<TableRow>? rows = null;
        TableBlock? first = null;
        OpenList? open = null;
        foreach (var table in document.Tables)
        {
            if (table.Rows.Count == 0 || lines.Contains(table.Rows[0].Where))
            {
                if (first is not null)
                {
                    yield return Joined(first, rows);
                }

                (first, rows, open) = (null, null, null);
                yield return table;
                continue;
            }

            if (
                first is not null
                && open?.Next(table, HasTextBetween(paragraphs, open.Last.Where, table.Where)) is { } skipped
            )
            {
                rows ??= first.Rows.ToList();
                rows.AddRange(table.Range(skipped, table.Rows.Count));
                open.Take(table, skipped);
                continue;
            }

            if (first is not null)
            {
                yield return Joined(first, rows);
            }

            (first, rows, open) = (table, null, OpenList.In(table));
        }

        if (first is not null)
        {
            yield return Joined(first, rows);
        }
    }

    private static TableBlock Joined(TableBlock first, List<TableRow>? rows) =>
        rows is null ? first : new TableBlock(rows.ToValueList(), first.Where);

    private static bool HasTextBetween(List<int> paragraphs, ReadLocation last, ReadLocation next)
    {
        if (last.Paragraph is not { } from || next.Paragraph is not { } to || last.Page != next.Page)
        {
            return false;
        }

        var at = paragraphs.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < paragraphs.Count && paragraphs[at] <= to;
    }

    /// <summary>The list at the end of a table, which may go on in the next.</summary>
    private sealed class OpenList
    {
        private readonly TableRow header;
        private readonly int? column;
        private readonly int? ordinals;
        private readonly HashSet<string> answers = new(StringComparer.Ordinal);
        private int? ordinal;

        private OpenList(TableBlock table, int at, int? column)
        {
            header = table.Rows[at];
            this.column = column;
            ordinals = ListHeader
                .Names(table, at)
                .Index()
                .Where(name => PeopleHeaders.IsOrdinal(name.Item))
                .Select(name => (int?)name.Index)
                .FirstOrDefault();
            Last = header;
            Take(table, at + 1);
        }

        /// <summary>The last row of the list.</summary>
        public TableRow Last { get; private set; }

        public static OpenList? In(TableBlock table)
        {
            for (var i = table.Rows.Count - 1; i >= 0; i--)
            {
                var sex = ListHeader.SexColumn(table, i);
                var isList = sex is { } place && SexWords.OfCell(table.Rows[i].Cells[place]) is null;
                if (isList || FigureColumns.IsHeader(table, i))
                {
                    return table.Rows[i].Cells.Count > 1 ? new OpenList(table, i, isList ? sex : null) : null;
                }
            }

            return null;
        }

        /// <summary>Notes the rows of a table.</summary>
        public void Take(TableBlock table, int from)
        {
            foreach (var row in table.Range(from, table.Rows.Count))
            {
                answers.Add(Answer(row));
                ordinal = Ordinal(row) ?? ordinal;
                Last = row;
            }
        }

        /// <summary>How many rows of a table are not of the list that goes on in it; null if it does not.</summary>
        public int? Next(TableBlock table, bool hasTextBetween)
        {
            if (!table.Where.Path.Equals(Last.Where.Path))
            {
                return null;
            }

            var isApart = hasTextBetween || table.Where.Sheet != Last.Where.Sheet;
            for (var i = 0; i < Math.Min(table.Rows.Count, MaxRowsToHeader); i++)
            {
                if (IsSameHeader(table, i))
                {
                    var next = table
                        .Range(i + 1, table.Rows.Count)
                        .Select(Ordinal)
                        .FirstOrDefault(number => number is not null);
                    return ordinal is { } last ? (next == last + 1 ? i + 1 : null)
                        : next is null && !isApart && i == 0 && column is not null && HasSameNames(table.Rows[i])
                            ? i + 1
                        : null;
                }
            }

            return HasNoHeader(table) && HasAnswers(table) && Goes(Ordinal(table.Rows[0]), isApart) ? 0 : null;
        }

        private bool Goes(int? next, bool isApart) =>
            ordinal is { } last
                ? next == last + 1 || (next == 1 && !isApart && column is not null)
                : !isApart && column is not null;

        /// <summary>True for a header with the sex in the same column.</summary>
        private bool IsSameHeader(TableBlock table, int at) =>
            column is null
                ? HasSameNames(table.Rows[at])
                : ListHeader.SexColumn(table, at) == column && table.Rows[at].Cells.Count == header.Cells.Count;

        private bool HasSameNames(TableRow row) =>
            row.Cells.Select(Fold).SequenceEqual(header.Cells.Select(Fold), StringComparer.Ordinal);

        private static bool HasNoHeader(TableBlock table) =>
            Enumerable
                .Range(0, Math.Min(table.Rows.Count, MaxRowsToHeader))
                .All(i => ListHeader.SexColumn(table, i) is null && FigureColumns.In(table, i) is null);

        private bool HasAnswers(TableBlock table)
        {
            var people = table.Rows.Where(row => !FigureRows.IsTotalsRow(row)).ToList();
            var known = people.Count(row =>
                column is not { } place
                || SexWords.OfCell(row.Cell(place)) is not null
                || (Answer(row) is { Length: > 0 } answer && answers.Contains(answer))
            );
            return known > 0
                && known * 5 >= people.Count * 3
                && people.TrueForAll(row => row.Cells.Count <= header.Cells.Count);
        }

        private int? Ordinal(TableRow row) =>
            ordinals is { } place
            && int.TryParse(
                row.Cell(place).Trim().TrimEnd('.', ')', '-'),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null;

        private string Answer(TableRow row) => column is { } place ? Fold(row.Cell(place)) : "";

        private static string Fold(string cell) =>
            cell.Length > SexWords.MaxHeader ? "" : ReadableText.Fold(ReadableText.Clean(cell)).Trim();
    }
}
