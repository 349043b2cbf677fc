using System.Globalization;
using System.Text;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Writes small PDFs by hand: pages of text in a font that they carry themselves, or of a picture.</summary>
internal static class TestPdf
{
    public static byte[] OfText(params string[][] pages) => Write([.. pages.Select(lines => Text(lines))], [], "");

    /// <summary>Pages with text at places.</summary>
    public static byte[] OfPlaced(params PlacedPage[] pages) =>
        Write([.. pages.Select(page => page.Content)], [], "", box: $"[0 0 {pages[0].Width} {pages[0].Height}]");

    /// <param name="jpegs">A picture a page, which it covers.</param>
    public static byte[] OfPictures(params (byte[] Jpeg, int Width, int Height)[] jpegs) =>
        Write([.. jpegs.Select((_, i) => $"q 595 0 0 842 0 0 cm /I{i} Do Q")], jpegs, "");

    /// <param name="pages">What each draws, such as <see cref="Text"/>, <see cref="Curves"/> and <see cref="Picture"/>.</param>
    /// <param name="jpegs">The pictures that they may show.</param>
    public static byte[] Of(string[] pages, params (byte[] Jpeg, int Width, int Height)[] jpegs) =>
        Write(pages, jpegs, "");

    /// <param name="meaning">What the font says of its first letter, the blank; 0x20 if it is true.</param>
    public static byte[] OfLetters(int meaning, params string[][] pages) =>
        Write([.. pages.Select(lines => Text(lines))], [], "", meaning);

    /// <summary>Lines of text, the first at that height in points.</summary>
    public static string Text(string[] lines, int top = 780, bool isHidden = false)
    {
        var text = string.Join(' ', lines.Select(line => $"({line.Replace("(", "\\(").Replace(")", "\\)")}) Tj T*"));
        return $"BT /F 11 Tf {(isHidden ? 3 : 0)} Tr 20 TL 40 {top} Td {text} ET ";
    }

    /// <summary>Lines of letters that are drawn and no text.</summary>
    public static string Curves(string[] lines, int top = 780) =>
        "q 1 w 1 J "
        + string.Concat(
            lines.SelectMany((line, row) => StrokeFont.Lines(line).Select(stroke => Stroke(stroke, top - (20 * row))))
        )
        + "S Q ";

    /// <summary>Shows a picture at a place, in points from the lower left corner.</summary>
    public static string Picture(int index, int left, int bottom, int width, int height) =>
        $"q {width} 0 0 {height} {left} {bottom} cm /I{index} Do Q ";

    /// <summary>Says that it is encrypted, by a password that is not empty.</summary>
    public static byte[] Encrypted() =>
        Write(
            [Text(["secreto"])],
            [],
            $"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>/ID[<00><00>]"
        );

    /// <summary>Some hundred bytes that draw for years: a drawing of ten drawings of ten drawings, twelve deep.</summary>
    public static byte[] Endless()
    {
        const int Depth = 12;
        // 1 catalog, 2 pages, 3 page, 4 its content, then the drawings, of which the last draws nothing more.
        List<byte[]> objects =
        [
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Bytes("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"),
            Stream("", Bytes("/X Do")),
        ];
        for (var number = 5; number < 5 + Depth; number++)
        {
            var next = number + 1 < 5 + Depth ? $"/Resources<</XObject<</X {number + 1} 0 R>>>>" : "";
            var content = string.Concat(Enumerable.Repeat(next.Length > 0 ? "/X Do " : "0 0 m ", 10));
            objects.Add(Stream($"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{next}", Bytes(content)));
        }

        return Write([.. objects], "");
    }

    private static string Stroke((int FromX, int FromY, int ToX, int ToY) line, int baseLine) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{40 + (line.FromX * 0.4):F1} {baseLine + ((9 - line.FromY) * 0.4):F1} m {40 + (line.ToX * 0.4):F1} {baseLine + ((9 - line.ToY) * 0.4):F1} l "
        );

    private static byte[] Write(
        string[] pages,
        (byte[] Jpeg, int Width, int Height)[] jpegs,
        string trailer,
        int meaning = 0x20,
        string box = "[0 0 595 842]"
    )
    {
        // 1 catalog, 2 pages, 3 font, then the pictures, then a page and its content in turn, then what the font holds.
        var font = new TestFont(string.Concat(pages), meaning);
        var first = 4 + jpegs.Length;
        var pictures = string.Concat(jpegs.Select((_, i) => $"/I{i} {4 + i} 0 R"));
        var kids = string.Concat(pages.Select((_, i) => $"{first + (2 * i)} 0 R "));
        List<byte[]> objects =
        [
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes($"<</Type/Pages/Kids[{kids}]/Count {pages.Length}>>"),
            Bytes($"<<{font.Entries(first + (2 * pages.Length))}>>"),
        ];
        objects.AddRange(
            jpegs.Select(item =>
                Stream(
                    $"/Type/XObject/Subtype/Image/Width {item.Width}/Height {item.Height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
                    item.Jpeg
                )
            )
        );
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add(
                Bytes(
                    $"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents {first + (2 * i) + 1} 0 R/Resources<</Font<</F 3 0 R>>/XObject<<{pictures}>>>>>>"
                )
            );
            objects.Add(Stream("", Bytes(pages[i])));
        }

        objects.AddRange(font.Objects.Select(content => Stream("", Bytes(content))));

        return Write([.. objects], trailer);
    }

    private static byte[] Write(byte[][] objects, string trailer)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.4\n"u8);
        var places = new List<long>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Position);
            file.Write(Bytes($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        file.Write(Bytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
        {
            file.Write(Bytes(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        }

        file.Write(Bytes($"trailer<</Size {places.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Stream(string entries, byte[] content) =>
        [.. Bytes($"<<{entries}/Length {content.Length}>>stream\n"), .. content, .. Bytes("\nendstream")];

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
