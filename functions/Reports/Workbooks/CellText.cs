using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>Makes a text of the tables one that a cell may hold. Pure.</summary>
public static class CellText
{
    /// <summary>
    /// The most characters of a cell:
    /// https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
    /// </summary>
    public const int MaxCharacters = 32_767;

    public static bool LooksLikeFormula(string text) => FormulaStarts.Begin(text);

    /// <summary>
    /// The text without control characters, but for tabs and line ends, without halves of characters, and cut with a note
    /// if it is longer than a cell takes.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : WithoutControls(text);
        return clean.Length <= MaxCharacters ? clean : Cut(clean);
    }

    private static string WithoutControls(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var isAllowed =
                rune.Value is '\n' or '\t'
                || !(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is 0xFFFE or 0xFFFF);
            if (isAllowed)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static string Cut(string text)
    {
        var note = ColumnTexts.Text("cut", text.Length);
        var length = MaxCharacters - note.Length;
        // Not between the halves of a surrogate pair.
        length -= char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return text[..length] + note;
    }
}
