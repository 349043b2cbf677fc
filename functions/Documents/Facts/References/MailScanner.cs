using Avance.Functions.Documents.Facts.Dates;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads a mail, cited by its sender and day: <c>CORREO OGRH-ODTH del 01.09.2023</c>.</summary>
internal static class MailScanner
{
    private const int MaxLetters = 8;
    private const int MaxLine = 200;
    private const string ColumnGap = "   ";

    // Folded.
    private static readonly string[] Between = ["ELECTRONICO", "INSTITUCIONAL", "MASIVO", "DE", "DEL", "LA", "EL"];
    private static readonly string[] BeforeDate = ["DEL", "DE", "FECHA", "DIA", "ENVIADO", "REMITIDO", "EL"];

    // The columns of a list that has one for addresses of mail.
    private static readonly HashSet<string> HeaderWords = WordSet.Of(
        """
        ANEXO APELLIDO APELLIDOS AREA ASISTENCIA CARGO CELULAR CONDICION DEPENDENCIA DISTRITO DNI EDAD ENTIDAD FECHA
        FIRMA FIRMAS GENERO HORA HUELLA INGRESO INSTITUCION LUGAR MODALIDAD NOMBRE NOMBRES OBSERVACION OBSERVACIONES
        OFICINA ORGANO PROVINCIA PUESTO REGIMEN REGION RUBRICA SALIDA SEDE SEXO TELEFONO TIPO UNIDAD USUARIO
        """
    );

    /// <param name="start">Position of the word CORREO.</param>
    /// <param name="wordEnd">Position after it.</param>
    /// <returns>
    /// Its offices and day, or null if no office follows: in the header of a mail or of a list none does. Without a day it is
    /// one mail among many.
    /// </returns>
    public static (ValueList<string> Offices, DateOnly? Date, int End)? At(TextPiece piece, int start, int wordEnd)
    {
        var at = wordEnd;
        Skip(piece.Folded, ref at, Between);
        // The header of a table, of which CORREO is one cell.
        if (piece.Folded.AsSpan(wordEnd, at - wordEnd).Contains(ColumnGap, StringComparison.Ordinal))
        {
            return null;
        }

        var offices = new List<string>();
        while (OfficeEnd(piece, at) is { } end)
        {
            offices.Add(piece.Folded[at..end]);
            at = end;
            if (end + 1 >= piece.Folded.Length || piece.Folded[end] is not ('-' or '/'))
            {
                break;
            }

            at = end + 1;
        }

        // A hyphen with no office behind it is not part of the reference.
        var officesEnd = char.IsLetterOrDigit(piece.Folded[at - 1]) ? at : at - 1;
        if (offices.Count == 0 || offices.Exists(HeaderWords.Contains) || IsAddress(piece.Folded, officesEnd))
        {
            return null;
        }

        at = officesEnd;
        Skip(piece.Folded, ref at, BeforeDate);
        return DateScanner.At(piece.Folded, at) is { } date ? (offices.ToValueList(), date.Date, date.End)
            : IsLabel(piece, start, wordEnd, officesEnd) ? null
            : (offices.ToValueList(), null, officesEnd);
    }

    private static bool IsAddress(string folded, int end) =>
        end + 1 < folded.Length
        && (folded[end] is '@' or '_' || (folded[end] == '.' && char.IsLetter(folded[end + 1])));

    /// <summary>
    /// True for the header of a column, <c>CORREO FIRMA</c>, for the label of an address or a person, <c>Correo: ANA FLORES</c>,
    /// and where the office stands on another line.
    /// </summary>
    private static bool IsLabel(TextPiece piece, int start, int wordEnd, int end)
    {
        var (folded, from, to) = (
            piece.Folded,
            Math.Max(0, start - MaxLine),
            Math.Min(piece.Folded.Length, end + MaxLine)
        );
        var lineStart = folded.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start - from)) + 1;
        var lineEnd = folded.IndexOf('\n', end, to - end);
        var line = folded[Math.Max(lineStart, from)..(lineEnd < 0 ? to : lineEnd)];
        var rest = piece.Text.AsSpan(end).TrimStart(" ");
        return folded.AsSpan(wordEnd, end - wordEnd).ContainsAny(':', '\n')
            || (rest is [var next, ..] && char.IsUpper(next))
            || Tokens.Words(line).Any(HeaderWords.Contains);
    }

    /// <summary>Two to eight capitals without accents that are not a common word.</summary>
    private static int? OfficeEnd(TextPiece piece, int start)
    {
        var end = start;
        while (end < piece.Text.Length && char.IsLetter(piece.Text[end]))
        {
            if (!char.IsAsciiLetterUpper(piece.Text[end]))
            {
                return null;
            }

            end++;
        }

        return end - start is >= 2 and <= MaxLetters && !OfficeLetters.IsWord(piece.Folded.AsSpan(start, end - start))
            ? end
            : null;
    }

    private static void Skip(string folded, ref int at, string[] words)
    {
        // Each word at most once or so: a text of nothing but DE must not be walked from each CORREO.
        for (var i = 0; i <= words.Length; i++)
        {
            while (at < folded.Length && (char.IsWhiteSpace(folded[at]) || folded[at] is ',' or ':'))
            {
                at++;
            }

            var from = at;
            foreach (var word in words)
            {
                if (
                    folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)
                    && !(at + word.Length < folded.Length && char.IsLetterOrDigit(folded[at + word.Length]))
                )
                {
                    at += word.Length;
                    break;
                }
            }

            if (at == from)
            {
                return;
            }
        }
    }
}
