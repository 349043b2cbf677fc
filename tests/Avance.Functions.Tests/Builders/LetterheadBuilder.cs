using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Builders;

/// <summary>A template as a ministry has it: Spanish ids of styles, letterhead, letter paper, a text with a link and a comment.</summary>
internal static class LetterheadBuilder
{
    private const string Namespace = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" """;

    public static byte[] Build()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            AddSettings(main);
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments();
            var link = main.AddHyperlinkRelationship(new Uri("https://plantilla.example/"), isExternal: true);
            main.Document = new Document(
                new Body(
                    new Paragraph(
                        new ParagraphProperties(Section(main, isFirst: true)),
                        new Run(new Text("Texto de la plantilla"))
                    ),
                    new Paragraph(new Hyperlink(new Run(new Text("Enlace"))) { Id = link.Id }),
                    Section(main, isFirst: false)
                )
            );
        }

        return file.ToArray();
    }

    private static Styles Styles() =>
        new(
            $"""
            <w:styles {Namespace}>
              <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="990000"/><w:sz w:val="36"/></w:rPr></w:style>
              <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="Destacado"/><w:basedOn w:val="Normal"/></w:style>
            </w:styles>
            """
        );

    private static void AddSettings(MainDocumentPart main)
    {
        var part = main.AddNewPart<DocumentSettingsPart>();
        var attached = part.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            new Uri("https://plantilla.example/normal.dotm")
        );
        part.Settings = new Settings(new AttachedTemplate { Id = attached.Id }, new TrackRevisions());
    }

    private static SectionProperties Section(MainDocumentPart main, bool isFirst)
    {
        var section = new SectionProperties();
        if (isFirst)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.First, Id = HeaderOf(main, "Membrete de la carátula") },
                new FooterReference { Type = HeaderFooterValues.Default, Id = FooterOf(main, "Pie del ministerio") }
            );
        }
        else
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderOf(main, "Membrete") });
        }

        section.Append(
            new PageSize { Width = 12_240, Height = 15_840 },
            new PageMargin
            {
                Top = 2_500,
                Bottom = 1_500,
                Left = 1_400,
                Right = 1_400,
                Header = 700,
                Footer = 700,
                Gutter = 0,
            }
        );
        return section;
    }

    private static string HeaderOf(MainDocumentPart main, string text)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(new Paragraph(new Run(new Text(text))));
        return main.GetIdOfPart(part);
    }

    private static string FooterOf(MainDocumentPart main, string text)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(new Run(new Text(text))));
        return main.GetIdOfPart(part);
    }
}
