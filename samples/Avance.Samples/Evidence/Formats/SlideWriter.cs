namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes a presentation of PowerPoint: a slide for each paper.</summary>
internal static class SlideWriter
{
    private const string Show = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Type = "application/vnd.openxmlformats-officedocument.presentationml.";

    public static byte[] Write(IReadOnlyList<Paper> slides)
    {
        var names = slides.Select((_, index) => $"slides/slide{index + 1}.xml").ToList();
        var ids = slides.Select((_, index) => $"<p:sldId id=\"{256 + index}\" r:id=\"r{index + 1}\"/>");
        return Packages.Of([
            (
                "[Content_Types].xml",
                OfficeParts.Types([
                    ("ppt/presentation.xml", Type + "presentation.main+xml"),
                    .. names.Select(name => ($"ppt/{name}", Type + "slide+xml")),
                ])
            ),
            ("_rels/.rels", OfficeParts.Relations(("officeDocument", "ppt/presentation.xml"))),
            (
                "ppt/presentation.xml",
                $"<p:presentation xmlns:p=\"{Show}\" xmlns:r=\"{OfficeParts.Office}\"><p:sldIdLst>{string.Concat(ids)}</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>"
            ),
            ("ppt/_rels/presentation.xml.rels", OfficeParts.Relations([.. names.Select(name => ("slide", name))])),
            .. slides.Select((slide, index) => ($"ppt/{names[index]}", Slide(slide))),
        ]);
    }

    private static string Slide(Paper paper) =>
        $"<p:sld xmlns:p=\"{Show}\" xmlns:a=\"{Drawing}\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{string.Concat(paper.Blocks.Select(Shape))}</p:spTree></p:cSld></p:sld>";

    private static string Shape(Block block, int index)
    {
        var name = $"<p:cNvPr id=\"{index + 2}\" name=\"{index + 2}\"/>";
        var place = $"<a:off x=\"500000\" y=\"{400000 + (index * 900000)}\"/><a:ext cx=\"8000000\" cy=\"800000\"/>";
        return block.IsTable
            ? $"<p:graphicFrame><p:nvGraphicFramePr>{name}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>{place}</p:xfrm><a:graphic><a:graphicData uri=\"{Drawing}/table\"><a:tbl><a:tblGrid>{string.Concat(block.Rows[0].Select(_ => "<a:gridCol w=\"2000000\"/>"))}</a:tblGrid>{string.Concat(block.Rows.Select(Row))}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
            : $"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{place}</a:xfrm></p:spPr><p:txBody><a:bodyPr/>{Paragraph(block.Text)}</p:txBody></p:sp>";
    }

    private static string Row(string[] cells) =>
        $"<a:tr h=\"300000\">{string.Concat(cells.Select(cell => $"<a:tc><a:txBody><a:bodyPr/>{Paragraph(cell)}</a:txBody></a:tc>"))}</a:tr>";

    private static string Paragraph(string text) => $"<a:p><a:r><a:t>{Packages.Escape(text)}</a:t></a:r></a:p>";
}
