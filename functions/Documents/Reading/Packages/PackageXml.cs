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

    private readonly char[] chunk = new char[TextChunk];

    public string Name => reader.LocalName;

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

    public void Dispose() => reader.Dispose();

    private bool Checked() =>
        reader.Depth <= maxDepth
            ? true
            : throw new UnreadableException(ReadTrouble.TooDeep, $"more than {maxDepth} elements deep");
}
