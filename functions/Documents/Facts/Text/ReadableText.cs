using System.Text;

namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Text in the one form that the extractors compare.</summary>
public static class ReadableText
{
    /// <summary>Longest raw text that a fact carries, in characters.</summary>
    public const int MaxRaw = 200;

    /// <summary>Composed letters: <c>é</c> is one character, so that positions in the folded text are the same.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        // Half a surrogate pair, which broken files hold, makes Normalize throw.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Upper-case letters without accents, one kind of hyphen, blank and quote; as long as the text.</summary>
    public static string Fold(string clean) =>
        string.Create(
            clean.Length,
            clean,
            static (folded, text) =>
            {
                for (var i = 0; i < folded.Length; i++)
                {
                    folded[i] = Fold(text[i]);
                }
            }
        );

    /// <summary>The text on one line, with single blanks, cut to <see cref="MaxRaw"/>.</summary>
    public static string Raw(ReadOnlySpan<char> text)
    {
        var raw = new StringBuilder(Math.Min(text.Length, MaxRaw));
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (raw.Length == MaxRaw)
            {
                break;
            }

            if (!blank)
            {
                raw.Append(c);
            }
            else if (raw.Length > 0 && raw[^1] != ' ')
            {
                raw.Append(' ');
            }
        }

        if (raw.Length > 0 && char.IsHighSurrogate(raw[^1]))
        {
            raw.Length--;
        }

        return raw.ToString().TrimEnd();
    }

    private static char Fold(char c)
    {
        if (c < 0x80)
        {
            return c is >= 'a' and <= 'z' ? (char)(c - 0x20) : c;
        }

        return c switch
        {
            'Á' or 'À' or 'Â' or 'Ä' or 'Ã' or 'á' or 'à' or 'â' or 'ä' or 'ã' => 'A',
            'É' or 'È' or 'Ê' or 'Ë' or 'é' or 'è' or 'ê' or 'ë' => 'E',
            'Í' or 'Ì' or 'Î' or 'Ï' or 'í' or 'ì' or 'î' or 'ï' => 'I',
            'Ó' or 'Ò' or 'Ô' or 'Ö' or 'Õ' or 'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'O',
            'Ú' or 'Ù' or 'Û' or 'Ü' or 'ú' or 'ù' or 'û' or 'ü' => 'U',
            'Ñ' or 'ñ' => 'N',
            'Ç' or 'ç' => 'C',
            // Word processors and PDF fonts draw a hyphen in many ways.
            >= '\u2010'
            and <= '\u2015'
            or '\u2212'
            or '\u00AD'
            or '\u02D7'
            or '\u2043'
            or '\uFE58'
            or '\uFE63'
            or '\uFF0D' => '-',
            '\u00A0' or '\u2007' or '\u2009' or '\u202F' or '\u3000' => ' ',
            '\u2018' or '\u2019' or '\u00B4' => '\'',
            '\u201C' or '\u201D' or '«' or '»' => '"',
            _ => c,
        };
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            // Beyond these come combining marks and surrogates.
            if (c >= '\u0300')
            {
                return false;
            }
        }

        return true;
    }
}
