using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Words beside figures of women and men that count no people who took part: shares, averages, hours, money, targets.</summary>
internal static class Measures
{
    private const int MaxRowsToTitle = 3;

    private static readonly HashSet<string> Words = WordSet.Of(
        """
        ACUMULADA ACUMULADO ANTIGUEDAD COSTO GASTO HORA HORAS IMPORTE INDICE INGRESOS MEDIANA MINUTOS MONTO NOTA NOTAS
        PORCENTAJE PORCENTAJES PORCENTUAL PRECIO PRESUPUESTO PROMEDIO PROMEDIOS PROPORCION PUNTAJE PUNTAJES RATIO RELATIVA
        RELATIVO REMUNERACION SALARIO SALARIOS SOLES SUELDO SUELDOS TASA VARIACION
        """
    );

    private static readonly HashSet<string> Planned = WordSet.Of(
        """
        CONVOCADAS CONVOCADOS INSCRITAS INSCRITOS INVITADAS INVITADOS META METAS PLANIFICADO PREVISTA PREVISTAS PREVISTO
        PREVISTOS PROGRAMACION PROGRAMADA PROGRAMADAS PROGRAMADO PROGRAMADOS
        """
    );

    /// <summary>True for the header of a column of shares, averages and the like.</summary>
    public static bool IsHeader(string header) =>
        FigureColumns.IsOfShares(header) || WordsOf(header).Exists(Words.Contains);

    /// <summary>True for the header of a column of targets, or of people who were invited.</summary>
    public static bool IsPlanned(string header) => WordsOf(header).Exists(Planned.Contains);

    /// <summary>True for a row of shares, averages or targets: Porcentaje, Edad promedio, Programado.</summary>
    public static bool IsRow(TableRow row)
    {
        var label = row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) ?? "";
        var words = WordsOf(label);
        return label.AsSpan().Trim() is "%"
            || (
                words.Count > 0
                && (
                    Words.Contains(words[0])
                    || words.TrueForAll(word => Planned.Contains(word) || word is "ANUAL" or "FISICA")
                )
            )
            || words.Exists(word => word is "PROMEDIO" or "PORCENTAJE");
    }

    /// <summary>True if two figures add up to a hundred, so that they may be shares.</summary>
    public static bool AreHundred(long? women, long? men) => women + men is >= 99 and <= 101;

    /// <summary>True for a text that says that the figures beside it are shares, and not both numbers and shares.</summary>
    public static bool IsOfShares(string text) =>
        WordsOf(text) is var words
        && words.Exists(word => word is "PORCENTAJE" or "PORCENTAJES" or "PORCENTUAL" or "PORCENTUALES")
        && !words.Exists(word => word is "NUMERO" or "CANTIDAD" or "FRECUENCIA" or "N");

    /// <summary>True if a row with one cell alone, above or below figures, says that they are shares.</summary>
    public static bool AreTitledShares(TableBlock table, int header, int end) =>
        table
            .Range(Math.Max(0, header - MaxRowsToTitle), header + 1)
            .Concat(table.Range(header + 1, end + 1))
            .Any(row =>
                row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList() is [var title] && IsOfShares(title)
            );

    /// <summary>True for a word that makes the numbers after it no count of people.</summary>
    public static bool IsWord(string folded) => Words.Contains(folded);

    private static List<string> WordsOf(string text) =>
        text.Length > SexWords.MaxHeader
            ? []
            : Tokens.Words(ReadableText.Fold(ReadableText.Clean(text)).Replace('º', ' ').Replace('°', ' ')).ToList();
}
