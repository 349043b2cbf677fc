using System.Globalization;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>
/// A font that a PDF carries itself (Type 3), made of the strokes of the samples: with one that it only names, what is
/// recognised would depend on the fonts of the machine.
/// </summary>
/// <param name="letters">Those that it has.</param>
/// <param name="meaning">What it says of its first letter, the blank, with the others in their order.</param>
internal sealed class TestFont(IEnumerable<char> letters, int meaning)
{
    private const int First = 32;
    private const int Last = 255;

    private readonly char[] drawn = [.. letters.Where(letter => letter is > (char)First and <= (char)Last).Distinct()];

    /// <param name="next">The number of the first of <see cref="Objects"/>.</param>
    public string Entries(int next)
    {
        var widths = string.Join(
            ' ',
            Enumerable.Range(First, Last - First + 1).Select(code => StrokeFont.Width((char)code))
        );
        var names = string.Concat(drawn.Select(letter => $" {(int)letter}/g{(int)letter}"));
        var glyphs = string.Concat(drawn.Select((letter, i) => $"/g{(int)letter} {next + 1 + i} 0 R"));
        // Eleven points of it are as large as what the samples' scanner draws.
        return "/Type/Font/Subtype/Type3/FontBBox[0 -12 40 30]/FontMatrix[.036 0 0 .036 0 0]/Resources<<>>"
            + $"/FirstChar {First}/LastChar {Last}/Widths[{widths}]/Encoding<</Type/Encoding/Differences[{First}/space{names}]>>"
            + $"/CharProcs<<{glyphs}>>/ToUnicode {next} 0 R";
    }

    /// <summary>The content of the streams that belong to it: what its letters mean, then how each is drawn.</summary>
    public IEnumerable<string> Objects =>
        [
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/T def/CMapType 2 def "
                + $"1 begincodespacerange<00><FF>endcodespacerange 1 beginbfrange<20><FF><{meaning:X4}>endbfrange "
                + "endcmap end end",
            .. drawn.Select(Glyph),
        ];

    private static string Glyph(char letter)
    {
        var lines = StrokeFont
            .Lines(letter.ToString())
            .Select(line => $"{line.FromX} {9 - line.FromY} m {line.ToX} {9 - line.ToY} l ");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{StrokeFont.Width(letter)} 0 d0 2.4 w 1 J {string.Concat(lines)}S"
        );
    }
}
