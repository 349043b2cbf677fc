using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>
/// Columns of numbers and single letters that tesseract drops from lists without lines between their cells: as one block of text
/// it reads them, which in turn ruins lists with lines.
/// </summary>
internal static class MissedCells
{
    private const int MinRows = 3;
    private const int LongestNumber = 3;

    private static readonly string[] Headers = ["APELLIDO", "NOMBRES", "DNI", "D.N.I", "PARTICIPANTE", "SEXO"];

    /// <summary>True for a list with fewer running numbers, or fewer letters and crosses, than most of its rows.</summary>
    public static bool AreLikely(PageWords page)
    {
        var lines = PageLines.Of(page);
        var header = lines.FindIndex(line => line.Words.Any(IsHeader));
        var rows = lines.Count - header - 1;
        var words = lines.Skip(header + 1).SelectMany(line => line.Words).ToList();
        return header >= 0
            && rows >= MinRows
            && (
                words.Count(word => word.Text.Length <= LongestNumber && IsNumber(word)) * 5 < rows * 4
                || words.Count(IsMark) * 5 < rows * 4
            );
    }

    /// <summary>Of two readings the one with more numbers, letters and crosses in its cells.</summary>
    public static PageWords Better(PageWords page, PageWords other) => Cells(other) > Cells(page) ? other : page;

    private static int Cells(PageWords page) => page.Words.Count(word => IsNumber(word) || IsMark(word));

    private static bool IsHeader(LayoutWord word) =>
        Array.Exists(Headers, header => word.Text.StartsWith(header, StringComparison.OrdinalIgnoreCase));

    private static bool IsNumber(LayoutWord word) => !word.Text.AsSpan().Trim(".)").ContainsAnyExceptInRange('0', '9');

    /// <summary>F, M, H or a cross, which may be read as two letters.</summary>
    private static bool IsMark(LayoutWord word) => word.Text is "F" or "M" or "H" or "X" or "x" or "Xx" or "XxX";
}
