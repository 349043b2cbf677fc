using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Texts that a spreadsheet would take for a formula. A plan's CSV file has an apostrophe before them, as people write
/// it in Excel; the import takes it away again.
/// </summary>
internal static class FormulaText
{
    private const char Mark = '\'';

    /// <summary>True if the text begins like a formula, also behind apostrophes.</summary>
    public static bool IsLike(string text) => FormulaStarts.Begin(text.AsSpan().TrimStart(Mark));

    public static string Escape(string text) => IsLike(text) ? Mark + text : text;

    public static string Unescape(string text) => text.StartsWith(Mark) && IsLike(text) ? text[1..] : text;
}
