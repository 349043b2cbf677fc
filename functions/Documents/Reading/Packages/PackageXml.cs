using System.Globalization;
using System.Xml;

namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>
/// Reads the XML of a part forward, by the local names of its elements: their namespaces differ between the transitional
/// and the strict kind of the same format.
/// </summary>
internal sealed class PackageXml(XmlReader reader, int maxDepth, CancellationToken cancellationToken) : IDisposable
{
    private const int TextChunk = 4096;

    /// <summary>
    /// A DTD is skipped: no document needs one, though some writers add it. Nothing of it is fetched or expanded, so that an
    /// entity of its own makes the part malformed.
    /// </summary>
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private readonly char[] chunk = new char[TextChunk];

    /// <param name="content">With its limits; closed with the reader.</param>
    public static PackageXml Open(Stream content, int maxDepth, CancellationToken cancellationToken) =>
        new(XmlReader.Create(content, Settings), maxDepth, cancellationToken);

    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    public bool IsStart => reader.NodeType == XmlNodeType.Element;

    /// <summary>True at the end of an element; for empty elements see <see cref="IsEmpty"/>.</summary>
    public bool IsEnd => reader.NodeType == XmlNodeType.EndElement;

    /// <summary>True for <c>&lt;a/&gt;</c>, which has no end event.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    public bool IsText =>
        reader.NodeType
            is XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace;

    public int Depth => reader.Depth;

    public bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return reader.Read() && Checked();
    }

    /// <summary>The element at which it stands, for <see cref="ReadWithin"/>.</summary>
    public (int Depth, bool IsEmpty) Element => (Depth, IsEmpty);

    /// <summary>Reads on within an element; false at its end.</summary>
    public bool ReadWithin((int Depth, bool IsEmpty) element) => !element.IsEmpty && Read() && Depth > element.Depth;

    /// <summary>Skips an element with its content.</summary>
    /// <returns>False at the end of the part.</returns>
    public bool Skip()
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (Read() && reader.Depth > depth) { }
        }

        return Read();
    }

    /// <summary>The first attribute with a local name, in any namespace; null if there is none.</summary>
    public string? Attribute(string name) => Attributes(name).First;

    /// <summary>The last attribute with a local name, in any namespace; null if there is none.</summary>
    public string? LastAttribute(string name) => Attributes(name).Last;

    private (string? First, string? Last) Attributes(string name)
    {
        string? first = null;
        string? last = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                last = reader.Value;
                first ??= last;
            }
        }

        reader.MoveToElement();
        return (first, last);
    }

    /// <summary>A count in an attribute, from 1 to <paramref name="max"/>; 1 if it is missing.</summary>
    public int Count(string attribute, int max) =>
        int.TryParse(Attribute(attribute), CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, max) : 1;

    /// <summary>Appends the current text piece by piece, since a CDATA section may be as large as the file.</summary>
    public void AppendText(Action<ReadOnlyMemory<char>> append)
    {
        int count;
        while ((count = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            append(chunk.AsMemory(0, count));
        }
    }

    /// <summary>Writes the rest of the part.</summary>
    /// <param name="space">Gives the namespace to write for that of an element or attribute.</param>
    /// <param name="value">Gives the value to write for that of an attribute, whose name comes first.</param>
    public void CopyTo(XmlWriter writer, Func<string, string> space, Func<string, string, string> value)
    {
        do
        {
            if (IsStart)
            {
                CopyElement(writer, space, value);
            }
            else if (IsEnd)
            {
                writer.WriteEndElement();
            }
            else if (IsText && Depth > 0)
            {
                CopyText(writer);
            }
        } while (Read());
    }

    private void CopyElement(XmlWriter writer, Func<string, string> space, Func<string, string, string> value)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, space(reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            // The writer declares the namespaces that it needs.
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                writer.WriteAttributeString(
                    reader.Prefix,
                    reader.LocalName,
                    reader.NamespaceURI.Length == 0 ? "" : space(reader.NamespaceURI),
                    value(reader.LocalName, reader.Value)
                );
            }
        }

        reader.MoveToElement();
        if (IsEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private void CopyText(XmlWriter writer)
    {
        // A writer takes no half of a surrogate pair: the first half waits for the next piece.
        var kept = 0;
        int count;
        while ((count = reader.ReadValueChunk(chunk, kept, chunk.Length - kept)) > 0)
        {
            count += kept;
            kept = char.IsHighSurrogate(chunk[count - 1]) ? 1 : 0;
            writer.WriteChars(chunk, 0, count - kept);
            chunk[0] = chunk[count - 1];
        }
    }

    public void Dispose() => reader.Dispose();

    private bool Checked() =>
        reader.Depth <= maxDepth
            ? true
            : throw new UnreadableException(ReadTrouble.TooDeep, $"more than {maxDepth} elements deep");
}
