using System.Text;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes a document of Word.</summary>
internal static class WordWriter
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string WithMacros = "application/vnd.ms-word.document.macroEnabled.main+xml";

    /// <summary>360,000 are a centimetre.</summary>
    private const int PictureWidth = 14 * 360_000;

    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006";

    /// <param name="pasted">A picture at the end.</param>
    public static byte[] Write(Paper paper, Bitmap pasted) =>
        Packages.Of(
            (
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    OfficeParts.Types(("word/document.xml", Plain), ("word/media/image1.png", "image/png"))
                )
            ),
            ("_rels/.rels", Encoding.UTF8.GetBytes(OfficeParts.Relations(("officeDocument", "word/document.xml")))),
            (
                "word/_rels/document.xml.rels",
                Encoding.UTF8.GetBytes(OfficeParts.Relations(("image", "media/image1.png")))
            ),
            ("word/document.xml", Encoding.UTF8.GetBytes(Body(paper, Picture(pasted)))),
            ("word/media/image1.png", PictureFiles.Png(pasted))
        );

    /// <param name="macros">True for one that may run macros; it holds none.</param>
    public static byte[] Write(Paper paper, bool macros = false) =>
        Packages.Of(
            ("[Content_Types].xml", OfficeParts.Types(("word/document.xml", macros ? WithMacros : Plain))),
            ("_rels/.rels", OfficeParts.Relations(("officeDocument", "word/document.xml"))),
            ("word/document.xml", Body(paper))
        );

    private static string Body(Paper paper, string last = "") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(paper.Blocks.Select(OfBlock))}{last}<w:sectPr/></w:body></w:document>";

    private static string Picture(Bitmap picture)
    {
        var size = $"cx=\"{PictureWidth}\" cy=\"{(long)PictureWidth * picture.Height / picture.Width}\"";
        return $"<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"{Drawing}/wordprocessingDrawing\"><wp:extent {size}/><wp:docPr id=\"1\" name=\"Imagen 1\"/>"
            + $"<a:graphic xmlns:a=\"{Drawing}/main\"><a:graphicData uri=\"{Drawing}/picture\"><pic:pic xmlns:pic=\"{Drawing}/picture\">"
            + "<pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Imagen 1\"/><pic:cNvPicPr/></pic:nvPicPr>"
            + $"<pic:blipFill><a:blip xmlns:r=\"{OfficeParts.Office}\" r:embed=\"r1\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
            + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    }

    private static string OfBlock(Block block) =>
        !block.IsTable
            ? Paragraph(block.Text)
            : $"<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr><w:tblGrid>{string.Concat(block.Rows[0].Select(_ => "<w:gridCol/>"))}</w:tblGrid>{string.Concat(block.Rows.Select(Row))}</w:tbl>";

    private static string Row(string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";

    private static string Paragraph(string text) =>
        $"<w:p><w:r><w:t xml:space=\"preserve\">{Packages.Escape(text)}</w:t></w:r></w:p>";
}
