using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A table being read from lines.</summary>
internal sealed class LayoutTable
{
    private const int MaxColumns = 40;

    private static readonly HashSet<string> ListWords = WordSet.Of(
        """
        APELLIDOS AREA CARGO CORREO DNI FIRMA NOMBRE NOMBRES OFICINA UNIDAD
        """
    );

    private readonly List<TableRow> rows = [];
    private readonly ReadLocation where;

    /// <summary>Null where text recognition left single blanks between columns.</summary>
    private ColumnRanges? columns;

    private LayoutTable(ColumnRanges? columns, ValueList<string> header, ReadLocation where)
    {
        this.columns = columns;
        this.where = where;
        rows.Add(new TableRow(header, where));
    }

    public ValueList<string> Path => where.Path;

    /// <summary>True for figures one below the other, which have no header.</summary>
    public bool IsStacked { get; private init; }

    /// <summary>Lines since the last row.</summary>
    public int Idle { get; private set; }

    /// <summary>A new table if the line is the header of one.</summary>
    public static LayoutTable? Begin(List<Segment> line, ReadLocation where)
    {
        if (line.Count is 0 or > MaxColumns)
        {
            return null;
        }

        var words = line.SelectMany(part => part.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (line.Count > 1)
        {
            var counted = line.Select(part => SexWords.OfCountHeader(part.Text)).OfType<Sex>().ToList();
            if (
                line.Exists(part => SexWords.IsSexHeader(part.Text)) || (counted.Contains(Sex.Man) && counted.Count > 1)
            )
            {
                var ranges = new ColumnRanges(line);
                return new LayoutTable(ranges, ranges.Names, where);
            }
        }

        if (line.Count > 1 && IsFigure(line))
        {
            var ranges = new ColumnRanges(line);
            return new LayoutTable(ranges, ranges.Names, where) { IsStacked = true };
        }

        var folded = words.ConvertAll(word => ReadableText.Fold(word).Trim('.', ':', '(', ')'));
        return
            words.Count <= 20 && folded.Exists(word => word is "SEXO" or "GENERO") && folded.Exists(ListWords.Contains)
            ? new LayoutTable(null, ["N°", "", "SEXO"], where)
            : null;
    }

    /// <summary>True if the header repeats this table's, as on every page.</summary>
    public bool IsContinuedBy(LayoutTable next)
    {
        var same = rows[0].Cells.Equals(next.rows[0].Cells) && Path.Equals(next.Path);
        if (same)
        {
            columns = next.columns;
            Idle = 0;
        }

        return same;
    }

    public void Add(List<Segment> line, ReadLocation place)
    {
        var cells = columns is null ? LooseCells(line) : Cells(line);
        Idle = cells is null ? Idle + 1 : 0;
        if (cells is not null)
        {
            rows.Add(new TableRow(cells, place));
        }
    }

    /// <summary>MUJERES 79</summary>
    private static bool IsFigure(List<Segment> line) =>
        SexWords.OfCountHeader(line[0].Text) is Sex.Woman or Sex.Man && Figures.InCell(line[1].Text) is not null;

    public TableBlock? Build() => rows.Count > 1 ? new TableBlock(rows.ToValueList(), where) : null;

    private ValueList<string>? Cells(List<Segment> line)
    {
        if (line.Count < 2 || line.Count > MaxColumns)
        {
            return null;
        }

        // M and F below SEXO are columns of their own, in which a cross is put.
        if (rows.Count == 1 && line.TrueForAll(part => SexWords.OfCell(part.Text) is not null))
        {
            var header = columns!.Columns.Where(column => !SexWords.IsSexHeader(column.Text)).Concat(line);
            columns = new ColumnRanges(header.OrderBy(column => column.Start).ToList());
            rows[0] = new TableRow(columns.Names, where);
            return null;
        }

        return columns!.Cells(line);
    }

    /// <summary>A row in which the last word that can be a sex is one: 12 QUISPE MAMANI MARIA 40123456 F OGRH.</summary>
    private static ValueList<string>? LooseCells(List<Segment> line)
    {
        var words = line.SelectMany(part => part.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (words.Count < 3)
        {
            return null;
        }

        var ordinal = words[0].TrimEnd('.', ')', '-', '|');
        var sex = words.FindLastIndex(word => SexWords.OfCell(word) is not null);
        var numbered = ordinal.Length is > 0 and <= 4 && ordinal.All(char.IsAsciiDigit);
        return numbered || ReadableText.Fold(ordinal) == "TOTAL"
            ? [ordinal, string.Join(' ', words.Skip(1)), sex > 0 ? words[sex] : ""]
            : null;
    }
}
