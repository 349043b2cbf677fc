using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// Writes the body of a document paragraph by paragraph: at no time is all of it in memory as elements. A paragraph is held
/// back until it is known whether a section ends with it.
/// </summary>
internal sealed class WordBody : IDisposable
{
    private readonly MainDocumentPart main;
    private readonly WordNotes notes;
    private readonly OpenXmlWriter writer;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private Paragraph? held;
    private uint drawings;

    public WordBody(MainDocumentPart main, WordStyles styles, WordNumbering numbering, WordNotes notes)
    {
        this.main = main;
        this.notes = notes;
        Styles = styles;
        Numbering = numbering;
        writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
    }

    public MainDocumentPart Main => main;

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    /// <summary>Twentieths of a point between the margins of the section that is written.</summary>
    public int TextWidth { get; set; }

    /// <summary>An id that no other drawing of the document has.</summary>
    public uint NextDrawing() => ++drawings;

    public ParagraphProperties Style(string style) => new(new ParagraphStyleId { Val = Styles[style] });

    public void Add(Paragraph paragraph)
    {
        Flush();
        held = paragraph;
    }

    public void Add(string style, string text) => Add(new Paragraph(Style(style), WordText.Run(text)));

    public void Add(OpenXmlElement element)
    {
        Flush();
        writer.WriteElement(element);
    }

    /// <param name="children">Written one after the other as they come.</param>
    public void Add(OpenXmlElement element, IEnumerable<OpenXmlElement> children)
    {
        Flush();
        writer.WriteStartElement(element);
        foreach (var child in children)
        {
            writer.WriteElement(child);
        }

        writer.WriteEndElement();
    }

    /// <summary>A text with its link and the marks of its notes.</summary>
    public IEnumerable<OpenXmlElement> Runs(RichText text)
    {
        if (text.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address))
        {
            yield return new Hyperlink(
                WordText.Run(text.Text, new RunProperties(new RunStyle { Val = Styles["Hyperlink"] }))
            )
            {
                Id = LinkTo(address),
                History = true,
            };
        }
        else
        {
            yield return WordText.Run(text.Text, text.IsBold ? Bold() : null);
        }

        foreach (var note in text.Notes)
        {
            yield return notes.Mark(note);
        }
    }

    /// <summary>Ends a section at the last paragraph; after a table, at a paragraph without height.</summary>
    public void EndSection(SectionProperties section)
    {
        held ??= new Paragraph(Style("SectionEnd"));
        held.ParagraphProperties!.SectionProperties = section;
        Flush();
    }

    /// <summary>Ends the document. Word wants a paragraph behind a table that is its last.</summary>
    public void End(SectionProperties section)
    {
        held ??= new Paragraph(Style("SectionEnd"));
        Flush();
        writer.WriteElement(section);
    }

    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Dispose();
    }

    public static RunProperties Bold() => new(new Bold(), new BoldComplexScript());

    private void Flush()
    {
        if (held is { } paragraph)
        {
            held = null;
            writer.WriteElement(paragraph);
        }
    }

    private string LinkTo(Uri address)
    {
        if (!links.TryGetValue(address.AbsoluteUri, out var id))
        {
            id = main.AddHyperlinkRelationship(address, isExternal: true).Id;
            links.Add(address.AbsoluteUri, id);
        }

        return id;
    }
}
