using System.IO.Compression;
using System.Text;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>The smallest Office and OpenDocument files that hold a body.</summary>
internal static class TestOffice
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Show = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Odf = "urn:oasis:names:tc:opendocument:xmlns";
    private const string Names =
        $"xmlns:office=\"{Odf}:office:1.0\" xmlns:text=\"{Odf}:text:1.0\" xmlns:table=\"{Odf}:table:1.0\" xmlns:style=\"{Odf}:style:1.0\" xmlns:draw=\"{Odf}:drawing:1.0\"";

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

    /// <summary>An add-in of Excel: nothing but macros.</summary>
    public static byte[] AddIn() =>
        TestZip.Of(
            ("[Content_Types].xml", Types("xl/workbook.xml", "application/vnd.ms-excel.addin.macroEnabled.main+xml")),
            MainPart("xl/workbook.xml"),
            ("xl/workbook.xml", "<a/>")
        );

    /// <summary>The same document as one that may run macros, with some.</summary>
    public static byte[] WithMacros(byte[] document) =>
        With(
            Edit(
                document,
                text =>
                    text.Replace(
                            "openxmlformats-officedocument.wordprocessingml.document.main",
                            "ms-word.document.macroEnabled.main"
                        )
                        .Replace(
                            "openxmlformats-officedocument.spreadsheetml.sheet.main",
                            "ms-excel.sheet.macroEnabled.main"
                        )
                        .Replace(
                            "openxmlformats-officedocument.presentationml.presentation.main",
                            "ms-powerpoint.presentation.macroEnabled.main"
                        )
            ),
            ("word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0])
        );

    /// <summary>The same document as Office saves it as "Strict Open XML".</summary>
    public static byte[] Strict(byte[] document) =>
        Edit(
            document,
            text =>
                text.Replace(Word, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                    .Replace(Drawing, "http://purl.oclc.org/ooxml/drawingml/main")
                    .Replace(Show, "http://purl.oclc.org/ooxml/presentationml/main")
                    .Replace(Sheet, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                    .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        );

    /// <summary>The same package with the XML of its parts changed.</summary>
    /// <param name="part">The only part to change; null for all.</param>
    public static byte[] Edit(byte[] document, Func<string, string> edit, string? part = null)
    {
        using var archive = new ZipArchive(new MemoryStream(document));
        return TestZip.Of([
            .. archive.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                return (entry.FullName, part is null || part == entry.FullName ? edit(text) : text);
            }),
        ]);
    }

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

    public static byte[] Odp(string pages) =>
        OpenDocument("presentation", $"<office:presentation>{pages}</office:presentation>", "", "");

    /// <summary>A document in one XML.</summary>
    /// <param name="kind"><c>text</c>, <c>spreadsheet</c> or <c>presentation</c>.</param>
    public static byte[] FlatOdf(string kind, string body) =>
        Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {Names} office:mimetype=\"application/vnd.oasis.opendocument.{kind}\"><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
        );

    /// <summary>A table of OpenDocument.</summary>
    public static string OdfTable(params string[][] rows) =>
        $"<table:table table:name=\"Lista\">{string.Concat(rows.Select(row => $"<table:table-row>{string.Concat(row.Select(cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"))}</table:table-row>"))}</table:table>";

    private static string Cell(string text) => $"<w:tc>{Paragraph(text)}</w:tc>";

    private static byte[] OpenDocument(string kind, string body, string headers, string manifest)
    {
        return TestZip.Of(
            ("mimetype", $"application/vnd.oasis.opendocument.{kind}"),
            ("META-INF/manifest.xml", $"<manifest>{manifest}</manifest>"),
            (
                "styles.xml",
                $"<office:document-styles {Names}><office:master-styles>{headers}</office:master-styles></office:document-styles>"
            ),
            (
                "content.xml",
                $"<office:document-content {Names}><office:body>{body}</office:body></office:document-content>"
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
