using System.Buffers;

namespace Avance.Functions.Documents.Reading.Text;

/// <summary>The characters with which a text begins that a spreadsheet may take for a formula.</summary>
public static class FormulaStarts
{
    private static readonly SearchValues<char> Starts = SearchValues.Create(All);

    /// <summary>
    /// Full-width signs are taken for formulas too, in some languages.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    /// </summary>
    public static ReadOnlySpan<char> All => ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static bool Begin(ReadOnlySpan<char> text) => !text.IsEmpty && Starts.Contains(text[0]);
}
