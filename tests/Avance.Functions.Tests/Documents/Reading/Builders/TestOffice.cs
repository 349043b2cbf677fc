using System.IO.Compression;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>The smallest Office and OpenDocument files that hold a body.</summary>
internal static class TestOffice
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Show = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Odf = "urn:oasis:names:tc:opendocument:xmlns";

    /// <param name="body">Elements of the body, with the prefix w.</param>
    public static byte[] Docx(string body, string? header = null, string before = "") =>
        TestZip.Of(
            ContentTypes("word/document.xml", "wordprocessingml.document.main+xml"),
            MainPart("word/document.xml"),
            ("word/document.xml", $"{before}<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"),
            (
                "word/_rels/document.xml.rels",
                Relations(
                    $"<Relationship Id=\"h\" Type=\"{Office}/header\" Target=\"header1.xml\"/>"
                        + $"<Relationship Id=\"x\" Type=\"{Office}/image\" Target=\"http://127.0.0.1:9/x\" TargetMode=\"External\"/>"
                )
            ),
            ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\">{header}</w:hdr>")
        );

    /// <summary>The same document with further parts, such as pictures.</summary>
    public static byte[] With(byte[] document, params (string Name, byte[] Content)[] parts)
    {
        using var changed = new MemoryStream();
        changed.Write(document);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return changed.ToArray();
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(Cell))}</w:tr>"))}</w:tbl>";

    /// <summary>Like a document, but one that may run macros.</summary>
    public static byte[] Docm() =>
        TestZip.Of(
            (
                "[Content_Types].xml",
                Types("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
            ),
            MainPart("word/document.xml"),
            ("word/document.xml", "<a/>")
        );

    /// <param name="slides">The shapes of each slide, in the order of showing; stored in the opposite order.</param>
    public static byte[] Pptx(params string[] slides)
    {
        var numbers = Enumerable.Range(1, slides.Length).ToArray();
        var ids = numbers.Select(i => $"<p:sldId id=\"{255 + i}\" r:id=\"r{i}\"/>");
        var relations = numbers.Select(i =>
            $"<Relationship Id=\"r{i}\" Type=\"{Office}/slide\" Target=\"slides/slide{slides.Length - i + 1}.xml\"/>"
        );
        return TestZip.Of([
            ContentTypes("ppt/presentation.xml", "presentationml.presentation.main+xml"),
            MainPart("ppt/presentation.xml"),
            (
                "ppt/presentation.xml",
                $"<p:presentation xmlns:p=\"{Show}\" xmlns:r=\"{Office}\"><p:sldIdLst>{string.Concat(ids)}</p:sldIdLst></p:presentation>"
            ),
            ("ppt/_rels/presentation.xml.rels", Relations(string.Concat(relations))),
            .. numbers.Select(i =>
                (
                    $"ppt/slides/slide{slides.Length - i + 1}.xml",
                    $"<p:sld xmlns:p=\"{Show}\" xmlns:a=\"{Drawing}\">{slides[i - 1]}</p:sld>"
                )
            ),
        ]);
    }

    public static byte[] Odt(string body, string headers = "", string manifest = "") =>
        OpenDocument("text", $"<office:text>{body}</office:text>", headers, manifest);

    public static byte[] Ods(string tables) =>
        OpenDocument("spreadsheet", $"<office:spreadsheet>{tables}</office:spreadsheet>", "", "");

    private static string Cell(string text) => $"<w:tc>{Paragraph(text)}</w:tc>";

    private static byte[] OpenDocument(string kind, string body, string headers, string manifest)
    {
        var names =
            $"xmlns:office=\"{Odf}:office:1.0\" xmlns:text=\"{Odf}:text:1.0\" xmlns:table=\"{Odf}:table:1.0\" xmlns:style=\"{Odf}:style:1.0\"";
        return TestZip.Of(
            ("mimetype", $"application/vnd.oasis.opendocument.{kind}"),
            ("META-INF/manifest.xml", $"<manifest>{manifest}</manifest>"),
            (
                "styles.xml",
                $"<office:document-styles {names}><office:master-styles>{headers}</office:master-styles></office:document-styles>"
            ),
            (
                "content.xml",
                $"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
            )
        );
    }

    private static (string, string) ContentTypes(string part, string type) =>
        ("[Content_Types].xml", Types(part, $"application/vnd.openxmlformats-officedocument.{type}"));

    private static string Types(string part, string type) =>
        $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/{part}\" ContentType=\"{type}\"/></Types>";

    private static (string, string) MainPart(string part) =>
        ("_rels/.rels", Relations($"<Relationship Id=\"m\" Type=\"{Office}/officeDocument\" Target=\"{part}\"/>"));

    private static string Relations(string relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";
}
