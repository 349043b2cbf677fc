using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// Columns headed by letters alone. F and M are also February and March, L M M J V the days of a week, V and F true and
/// false: they are women and men only where something beside them says so.
/// </summary>
internal static class LetterColumns
{
    private const int MaxRowsToSum = 50;

    private static readonly HashSet<string> OfThings = WordSet.Of(
        """
        ACCION ACCIONES ACTIVIDAD ACTIVIDADES AFIRMACION CRITERIO ENUNCIADO HITO HORARIO INDICADOR META PREGUNTA PREGUNTAS
        PRENDA RESPONSABLE RESPONSABLES RESPUESTA RIESGO TALLA TAREA TAREAS
        """
    );

    /// <param name="columns">The columns of women and men.</param>
    /// <param name="total">The column of totals.</param>
    /// <param name="value">The figure in a row's cell.</param>
    public static bool AreOfPeople(
        TableBlock table,
        int at,
        IReadOnlyList<(int Women, int Men)> columns,
        int? total,
        Func<TableRow, int, long?> value
    )
    {
        var row = table.Rows[at];
        var places = columns.SelectMany(pair => new[] { pair.Women, pair.Men }).ToHashSet();
        if (places.Any(column => Letter(row.Cells[column]) is null))
        {
            return true;
        }

        if (at > 0 && columns.Any(pair => SexWords.IsSexName(table.Rows[at - 1].Cell(Math.Min(pair.Women, pair.Men)))))
        {
            return true;
        }

        if (row.Cells.Index().Any(cell => !places.Contains(cell.Index) && IsOtherLetter(cell.Item)))
        {
            return false;
        }

        if (row.Cells.Any(SexWords.IsSexName) || (at > 0 && table.Rows[at - 1].Cells.Any(SexWords.IsSexName)))
        {
            return true;
        }

        var letters = places.Select(column => Letter(row.Cells[column])).ToHashSet(StringComparer.Ordinal);
        // No month, day or answer begins with H.
        return !(letters.Contains("V") && letters.Contains("F"))
            && !row.Cells.Any(IsOfThings)
            && (
                letters.Contains("H")
                || ListHeader.HasPeople(table, at)
                || (total is { } sum && AddUp(table, at, columns[0], sum, value))
                || columns.Any(pair => AddUpBelow(table, at, pair, value))
            );
    }

    /// <summary>The letter if the cell holds one alone; null for all else.</summary>
    public static string? Letter(string cell)
    {
        var word = ReadableText
            .Fold(cell.Length > 8 ? "" : ReadableText.Clean(cell))
            .Trim(' ', '.', '(', ')', '°', 'º', ':');
        return word is [var letter] && char.IsAsciiLetter(letter) ? word : null;
    }

    private static bool IsOtherLetter(string cell) => Letter(cell) is { } letter && letter is not "N";

    private static bool IsOfThings(string header) =>
        header.Length <= SexWords.MaxHeader
        && Tokens.Words(ReadableText.Fold(ReadableText.Clean(header))).Any(OfThings.Contains);

    /// <summary>True if the rows add up to a totals row below them.</summary>
    private static bool AddUpBelow(
        TableBlock table,
        int at,
        (int Women, int Men) pair,
        Func<TableRow, int, long?> value
    )
    {
        var (women, men, rows) = (0L, 0L, 0);
        foreach (var row in table.Range(at + 1, at + 1 + MaxRowsToSum))
        {
            var (woman, man) = (value(row, pair.Women) ?? 0, value(row, pair.Men) ?? 0);
            if (FigureRows.IsTotalsRow(row))
            {
                return rows > 1 && woman == women && man == men;
            }

            (women, men, rows) = (women + woman, men + man, rows + 1);
        }

        return false;
    }

    private static bool AddUp(
        TableBlock table,
        int at,
        (int Women, int Men) pair,
        int total,
        Func<TableRow, int, long?> value
    )
    {
        var sums = table
            .Range(at + 1, at + 1 + MaxRowsToSum)
            .Select(row => (Sum: (value(row, pair.Women) ?? 0) + (value(row, pair.Men) ?? 0), Total: value(row, total)))
            .Where(row => row.Total is not null)
            .ToList();
        return sums.Count > 0 && sums.TrueForAll(row => row.Sum == row.Total);
    }
}
