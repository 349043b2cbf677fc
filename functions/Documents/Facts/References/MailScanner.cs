using Avance.Functions.Documents.Facts.Dates;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads a mail, cited by its sender and day: <c>CORREO OGRH-ODTH del 01.09.2023</c>.</summary>
internal static class MailScanner
{
    private const int MaxLetters = 8;
    private const string ColumnGap = "   ";

    // Folded.
    private static readonly string[] Between = ["ELECTRONICO", "INSTITUCIONAL", "MASIVO", "DE", "DEL", "LA", "EL"];
    private static readonly string[] BeforeDate = ["DEL", "DE", "FECHA", "DIA", "ENVIADO", "REMITIDO", "EL"];

    /// <param name="wordEnd">Position after the word CORREO.</param>
    /// <returns>Its offices and day, or null if no office follows. Without a day it is one mail among many.</returns>
    public static (ValueList<string> Offices, DateOnly? Date, int End)? At(TextPiece piece, int wordEnd)
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

        if (offices.Count == 0)
        {
            return null;
        }

        // A hyphen with no office behind it is not part of the reference.
        var officesEnd = char.IsLetterOrDigit(piece.Folded[at - 1]) ? at : at - 1;
        at = officesEnd;
        Skip(piece.Folded, ref at, BeforeDate);
        return DateScanner.At(piece.Folded, at) is { } date
            ? (offices.ToValueList(), date.Date, date.End)
            : (offices.ToValueList(), null, officesEnd);
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
