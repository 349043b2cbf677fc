using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Drivers;

/// <summary>A report as Word reads it.</summary>
internal sealed class WordFile : IDisposable
{
    private readonly WordprocessingDocument word;

    public WordFile(ReportDocument document, byte[]? template = null)
    {
        Content = Write(document, template);
        word = WordprocessingDocument.Open(new MemoryStream(Content), isEditable: false);
    }

    public byte[] Content { get; }

    public MainDocumentPart Main => word.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public WordprocessingDocument Package => word;

    public IReadOnlyList<Paragraph> Headings =>
        [.. Body.Elements<Paragraph>().Where(paragraph => HeadingLevel(paragraph) > 0)];

    public IReadOnlyList<Table> Tables => [.. Body.Elements<Table>()];

    public IReadOnlyList<string> Captions =>
        [.. Body.Elements<Paragraph>().Where(paragraph => StyleOf(paragraph) == "caption").Select(TextOf)];

    /// <summary>What the notes say, in their order.</summary>
    public IReadOnlyList<string> Notes =>
        [.. Main.FootnotesPart!.Footnotes!.Elements<Footnote>().Where(note => note.Type is null).Select(TextOf)];

    public string Text => TextOf(Body);

    public static byte[] Write(ReportDocument document, byte[]? template = null)
    {
        using var output = new MemoryStream();
        WordWriter.Write(document, output, template is null ? null : new MemoryStream(template));
        return output.ToArray();
    }

    /// <summary>What the official validator finds wrong with it.</summary>
    public IReadOnlyList<string> Errors(FileFormatVersions version) =>
        [
            .. new OpenXmlValidator(version)
                .Validate(word, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];

    /// <summary>1 to 3, by the name of the style, which is the same in every language; 0 for no heading.</summary>
    public int HeadingLevel(Paragraph paragraph) =>
        StyleOf(paragraph) is ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', var level] ? level - '0' : 0;

    /// <summary>The name of a paragraph's style.</summary>
    public string StyleOf(Paragraph paragraph) =>
        Main.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Single(style => style.StyleId == paragraph.ParagraphProperties?.ParagraphStyleId?.Val)
            .StyleName!.Val!;

    /// <summary>Text as people see it: lines and cells end, codes of fields are left out.</summary>
    public static string TextOf(OpenXmlElement element) =>
        string.Concat(
                element
                    .Descendants()
                    .Select(one =>
                        one switch
                        {
                            Text text => text.Text,
                            Break => "\n",
                            TabChar => "\t",
                            Paragraph when one != element => "\n",
                            _ => "",
                        }
                    )
            )
            .Trim();

    public void Dispose() => word.Dispose();
}
