using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A list, as the rows of a table from its header to its end, with its column of sex.</summary>
internal sealed record ListRows(TableBlock Table, int Header, int End, int Column);

/// <summary>Lists that stand beside each other below one header row: N°, Nombre, Sexo, N°, Nombre, Sexo.</summary>
internal static class SideBySide
{
    /// <summary>The lists below a header row. Those with the same columns are one list, which goes on at the right.</summary>
    public static IEnumerable<ListRows> Of(TableBlock table, int header, int end, int column)
    {
        var names = table
            .Rows[header]
            .Cells.Select(cell => ReadableText.Fold(ReadableText.Clean(cell)).Trim())
            .ToList();
        var starts = Starts(names);
        if (starts.Count < 2)
        {
            return [new ListRows(table, header, end, column)];
        }

        var lists = new List<(string Header, List<TableRow> Rows, int Column)>();
        foreach (var (index, start) in starts.Index())
        {
            var width = (index + 1 < starts.Count ? starts[index + 1] : int.MaxValue) - start;
            var rows = table.Range(header, end).Select(row => Part(row, start, width)).ToList();
            var key = string.Join('|', names.Skip(start).Take(width)).TrimEnd('|');
            if (lists.Find(list => list.Header == key) is { Rows: { } above })
            {
                above.AddRange(rows.Skip(1));
            }
            else
            {
                var sex = rows[0].Cells.Index().First(cell => SexWords.IsSexHeader(cell.Item)).Index;
                lists.Add((key, rows, sex));
            }
        }

        return lists.Select(list => new ListRows(
            new TableBlock(list.Rows.ToValueList(), table.Where),
            0,
            list.Rows.Count,
            list.Column
        ));
    }

    /// <summary>
    /// Where the lists begin: at a name that came before, or after an empty column, if each part has a column of sex
    /// and one that tells people apart.
    /// </summary>
    private static List<int> Starts(List<string> names)
    {
        var sexes = Places(names, SexWords.IsSexHeader);
        if (sexes.Count < 2)
        {
            return [0];
        }

        var people = Places(names, name => PeopleHeaders.IsName(name) || PeopleHeaders.IsDocument(name));
        var starts = new List<int> { 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            var isEmpty = names[i].Length == 0;
            var begins = isEmpty || !seen.Add(names[i]);
            if (begins && IsList(starts[^1], i) && IsList(i, names.Count))
            {
                starts.Add(isEmpty ? i + 1 : i);
                seen.Clear();
                seen.Add(names[i]);
            }
        }

        return starts;

        bool IsList(int from, int end) => Has(sexes, from, end) && Has(people, from, end);
    }

    private static List<int> Places(List<string> names, Predicate<string> isOne) =>
        Enumerable.Range(0, names.Count).Where(place => isOne(names[place])).ToList();

    /// <summary>True if one of the ascending places is in the range.</summary>
    private static bool Has(List<int> places, int from, int end)
    {
        var at = places.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < places.Count && places[at] < end;
    }

    private static TableRow Part(TableRow row, int start, int width) =>
        row with
        {
            Cells = row.Cells.Skip(start).Take(width).ToValueList(),
            Merged = row
                .Merged?.Where(place => place >= start && place - start < width)
                .Select(place => place - start)
                .ToValueList(),
        };
}
