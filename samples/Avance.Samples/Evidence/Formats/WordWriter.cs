namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes a document of Word.</summary>
internal static class WordWriter
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string WithMacros = "application/vnd.ms-word.document.macroEnabled.main+xml";

    /// <param name="macros">True for one that may run macros; it holds none.</param>
    public static byte[] Write(Paper paper, bool macros = false) =>
        Packages.Of(
            ("[Content_Types].xml", OfficeParts.Types(("word/document.xml", macros ? WithMacros : Plain))),
            ("_rels/.rels", OfficeParts.Relations(("officeDocument", "word/document.xml"))),
            (
                "word/document.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(paper.Blocks.Select(OfBlock))}<w:sectPr/></w:body></w:document>"
            )
        );

    private static string OfBlock(Block block) =>
        !block.IsTable
            ? Paragraph(block.Text)
            : $"<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr><w:tblGrid>{string.Concat(block.Rows[0].Select(_ => "<w:gridCol/>"))}</w:tblGrid>{string.Concat(block.Rows.Select(Row))}</w:tbl>";

    private static string Row(string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";

    private static string Paragraph(string text) =>
        $"<w:p><w:r><w:t xml:space=\"preserve\">{Packages.Escape(text)}</w:t></w:r></w:p>";
}
