namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes documents and workbooks of LibreOffice.</summary>
internal static class OpenDocumentWriter
{
    private const string Odf = "urn:oasis:names:tc:opendocument:xmlns";

    public static byte[] Text(Paper paper) => Write("text", string.Concat(paper.Blocks.Select(OfBlock)));

    public static byte[] Sheet(string name, IEnumerable<string[]> rows) =>
        Write(
            "spreadsheet",
            $"<table:table table:name=\"{Packages.Escape(name)}\">{string.Concat(rows.Select(Row))}</table:table>"
        );

    private static string OfBlock(Block block) =>
        block.IsTable
            ? $"<table:table>{string.Concat(block.Rows.Select(Row))}</table:table>"
            : $"<text:p>{Packages.Escape(block.Text)}</text:p>";

    private static string Row(string[] cells) =>
        $"<table:table-row>{string.Concat(cells.Select(Cell))}</table:table-row>";

    private static string Cell(string text) =>
        text.Length == 0 ? "<table:table-cell/>"
        : text.All(char.IsAsciiDigit)
            ? $"<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        : $"<table:table-cell office:value-type=\"string\"><text:p>{Packages.Escape(text)}</text:p></table:table-cell>";

    private static byte[] Write(string kind, string body)
    {
        var type = $"application/vnd.oasis.opendocument.{kind}";
        var names =
            $"xmlns:office=\"{Odf}:office:1.0\" xmlns:text=\"{Odf}:text:1.0\" xmlns:table=\"{Odf}:table:1.0\" office:version=\"1.2\"";
        return Packages.Of(
            ("mimetype", type),
            (
                "META-INF/manifest.xml",
                $"<manifest:manifest xmlns:manifest=\"{Odf}:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{type}\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
            ),
            (
                "content.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {names}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
            )
        );
    }
}
