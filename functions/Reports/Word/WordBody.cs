using System.Xml;
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
    public const string Prefix = "w";
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly MainDocumentPart main;
    private readonly WordNotes notes;
    private readonly XmlWriter xml;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private Paragraph? held;
    private uint drawings;

    public WordBody(MainDocumentPart main, WordStyles styles, WordNumbering numbering, WordNotes notes)
    {
        this.main = main;
        this.notes = notes;
        Styles = styles;
        Numbering = numbering;
        xml = XmlWriter.Create(
            main.GetStream(FileMode.Create, FileAccess.Write),
            new XmlWriterSettings { CloseOutput = true }
        );
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(Prefix, "document", Namespace);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        xml.WriteStartElement(Prefix, "body", Namespace);
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
        element.WriteTo(xml);
    }

    /// <summary>Where a table is written cell by cell: as elements, cells take twice as long.</summary>
    public XmlWriter Xml()
    {
        Flush();
        return xml;
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

    /// <summary>The same, written at once.</summary>
    public void WriteRuns(RichText text)
    {
        if (text is { Link: null, IsBold: false })
        {
            WordText.Write(xml, text.Text);
            foreach (var note in text.Notes)
            {
                notes.Mark(note).WriteTo(xml);
            }

            return;
        }

        foreach (var run in Runs(text))
        {
            run.WriteTo(xml);
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
        section.WriteTo(xml);
    }

    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }

    public static RunProperties Bold() => new(new Bold(), new BoldComplexScript());

    private void Flush()
    {
        if (held is { } paragraph)
        {
            held = null;
            paragraph.WriteTo(xml);
        }
    }

    private string LinkTo(Uri address)
    {
        if (!links.TryGetValue(address.AbsoluteUri, out var id))
        {
            id = main.AddHyperlinkRelationship(address, isExternal: true, $"link{links.Count + 1}").Id;
            links.Add(address.AbsoluteUri, id);
        }

        return id;
    }
}
