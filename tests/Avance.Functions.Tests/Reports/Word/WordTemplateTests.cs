using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>A report on a body's own paper, with its own styles.</summary>
public sealed class WordTemplateTests : IDisposable
{
    private static readonly byte[] Template = LetterheadBuilder.Build();

    private readonly WordFile file = new(SampleReport.Document(), Template);

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Write_Template_IsValid(FileFormatVersions version) => file.Errors(version).ShouldBeEmpty();

    [Fact]
    public void Write_Template_SaysWhatTheReportSaysWithoutOne()
    {
        using var plain = new WordFile(SampleReport.Document());

        file.Text.ShouldBe(plain.Text);
        file.Notes.ShouldBe(plain.Notes);
        file.Text.ShouldNotContain("Texto de la plantilla");
    }

    [Fact]
    public void Write_Template_KeepsItsStylesAndAddsThoseThatItLacks()
    {
        var styles = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();

        var heading = styles.Single(style => style.StyleName!.Val == "heading 1");
        heading.StyleId!.Value.ShouldBe("Ttulo1");
        heading.StyleRunProperties!.Color!.Val!.Value.ShouldBe("990000");
        heading.StyleParagraphProperties!.NumberingProperties.ShouldNotBeNull();
        file.Headings[0].ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Ttulo1");
        styles.ShouldContain(style => style.StyleName!.Val == "Tabla de informe");
        styles.Select(style => style.StyleId!.Value).ShouldBeUnique();
        styles.Count(style => style.Default?.Value == true && style.Type!.Value == StyleValues.Paragraph).ShouldBe(1);
        var ids = styles.Select(style => style.StyleId!.Value!).ToHashSet();
        styles.SelectMany(style => style.Elements<BasedOn>()).ShouldAllBe(based => ids.Contains(based.Val!.Value!));
    }

    [Fact]
    public void Write_Template_KeepsItsHeaderFooterAndPaperInEachSection()
    {
        var sections = file.Body.Descendants<SectionProperties>().ToList();

        file.Main.HeaderParts.Select(part => WordFile.TextOf(part.Header!))
            .Order()
            .ShouldBe(["Membrete", "Membrete de la carátula"]);
        file.Main.FooterParts.Select(part => WordFile.TextOf(part.Footer!)).ShouldBe(["Pie del ministerio"]);
        sections.Count.ShouldBe(4);
        foreach (var section in sections)
        {
            section.Elements<HeaderReference>().Count(one => one.Type! == HeaderFooterValues.Default).ShouldBe(1);
            section.Elements<FooterReference>().ShouldHaveSingleItem();
            section.GetFirstChild<PageMargin>()!.Top!.Value.ShouldBe(2_500);
        }

        sections
            .Select(section => section.GetFirstChild<PageSize>()!.Width!.Value)
            .ShouldBe([12_240u, 15_840u, 12_240u, 15_840u]);
        sections
            .Count(section => section.Elements<HeaderReference>().Any(one => one.Type! == HeaderFooterValues.First))
            .ShouldBe(1);
    }

    [Fact]
    public void Write_Template_LosesItsTextAndWhatHangsOnIt()
    {
        file.Main.HyperlinkRelationships.ShouldAllBe(link => link.Uri.Host != "plantilla.example");
        file.Main.WordprocessingCommentsPart.ShouldBeNull();
        file.Main.DocumentSettingsPart!.ExternalRelationships.ShouldBeEmpty();
        file.Main.DocumentSettingsPart.Settings!.Descendants<AttachedTemplate>().ShouldBeEmpty();
        file.Main.DocumentSettingsPart.Settings!.Descendants<TrackRevisions>().ShouldBeEmpty();
    }

    [Fact]
    public void Write_Template_IsLeftAsItIs()
    {
        var template = LetterheadBuilder.Build();
        var before = template.ToArray();

        _ = WordFile.Write(SampleReport.Document(), template);

        template.ShouldBe(before);
    }

    [Fact]
    public void Write_TemplateOfNothing_IsWrittenWithOurStyles()
    {
        using var empty = new MemoryStream();
        using (var word = WordprocessingDocument.Create(empty, WordprocessingDocumentType.Template))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(new Paragraph()));
        }

        using var written = new WordFile(SampleReport.Document(), empty.ToArray());

        written.Errors(FileFormatVersions.Microsoft365).ShouldBeEmpty();
        written.Package.DocumentType.ShouldBe(WordprocessingDocumentType.Document);
        written.Main.FooterParts.ShouldHaveSingleItem();
    }
}
