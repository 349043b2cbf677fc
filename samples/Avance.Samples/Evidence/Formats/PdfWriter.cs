using System.Globalization;
using System.Text;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes PDFs by hand: pages of text in Helvetica, or of a picture each, as a scanner makes them.</summary>
internal static class PdfWriter
{
    private const int PageWidth = 595;
    private const int PageHeight = 842;
    private const string Resources =
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";

    public static byte[] Write(IEnumerable<IReadOnlyList<PlacedText>> pages) =>
        Write([.. pages.Select(page => (Text(page), (Bitmap?)null))], "");

    public static byte[] Scan(params Bitmap[] pages) => Write([.. pages.Select(page => (Shown, (Bitmap?)page))], "");

    /// <summary>Says that it is encrypted, with a password that nobody knows.</summary>
    public static byte[] Encrypted() =>
        Write(
            [("", null)],
            $"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>/ID[<00><00>]"
        );

    private static string Shown => $"q {PageWidth} 0 0 {PageHeight} 0 0 cm /I Do Q";

    private static string Text(IReadOnlyList<PlacedText> texts) =>
        $"BT /F 10 Tf {string.Join('\n', texts.Select(text => $"1 0 0 1 {text.X} {PageHeight - text.Y} Tm ({Escape(text.Text)}) Tj"))} ET";

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Write((string Content, Bitmap? Picture)[] pages, string trailer)
    {
        // 1 is the catalog, 2 the pages; then a page, its content and its picture in turn.
        var kids = string.Concat(pages.Select((_, index) => $"{3 + (3 * index)} 0 R "));
        List<byte[]> objects =
        [
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes($"<</Type/Pages/Kids[{kids}]/Count {pages.Length}>>"),
        ];
        foreach (var (content, picture) in pages)
        {
            var next = objects.Count + 2;
            objects.Add(
                Bytes(
                    $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PageWidth} {PageHeight}]/Contents {next} 0 R{Resources}/XObject<</I {next + 1} 0 R>>>>>>"
                )
            );
            objects.Add(Stream("", Bytes(content)));
            objects.Add(
                picture is null
                    ? Bytes("null")
                    : Stream(
                        $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/BlackIs1 true/Columns {picture.Width}/Rows {picture.Height}>>",
                        PictureFiles.Fax(picture)
                    )
            );
        }

        return Write(objects, trailer);
    }

    private static byte[] Write(List<byte[]> objects, string trailer)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.4\n"u8);
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write(Bytes($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        table.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{file.Position}\n%%EOF\n"
        );
        file.Write(Bytes(table.ToString()));
        return file.ToArray();
    }

    private static byte[] Stream(string entries, byte[] content) =>
        [.. Bytes($"<<{entries}/Length {content.Length}>>stream\n"), .. content, .. Bytes("\nendstream")];

    private static byte[] Bytes(string text) => TextWriters.Windows1252.GetBytes(text);
}
