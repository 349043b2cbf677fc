using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Reads the XML of Excel 2003, which many systems export under the name of an XLS: a table a sheet, each cell as a person sees
/// it. Hidden sheets are left out.
/// </summary>
internal sealed class SpreadsheetXmlParser(ReadingOptions options) : IDocumentParser
{
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;

    public string Id => "xml";

    public int Version => 1;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Xml];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        var unpacked = new UnpackedBytes(options, cancellationToken);
        // A sheet says that it is hidden after its cells, and the formats may stand anywhere.
        var hidden = new HashSet<int>();
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var xml = Open())
        {
            ReadProperties(xml, hidden, formats);
        }

        using var sheets = Open();
        ReadSheets(sheets, sink, hidden, formats);

        PackageXml Open()
        {
            content.Position = 0;
            var part = new GuardedPart(new UnclosedStream(content), unpacked);
            return PackageXml.Open(part, options.XmlDepth, cancellationToken);
        }
    }

    private void ReadProperties(PackageXml xml, HashSet<int> hidden, Dictionary<string, string> formats)
    {
        var sheet = 0;
        var style = "";
        while (xml.Read())
        {
            switch (xml.IsStart ? xml.Name : "")
            {
                case "Worksheet":
                    sheet++;
                    break;
                case "Visible" when ReadText(xml).Trim() is "SheetHidden" or "SheetVeryHidden":
                    hidden.Add(sheet);
                    break;
                case "Style":
                    style = xml.Attribute("ID") ?? "";
                    break;
                case "NumberFormat" when formats.Count < options.Columns:
                    formats[style] = xml.Attribute("Format") ?? "";
                    break;
            }
        }
    }

    private void ReadSheets(PackageXml xml, IReadSink sink, HashSet<int> hidden, Dictionary<string, string> formats)
    {
        var limits = new SheetLimits(options);
        var sheet = 0;
        var name = "";
        var row = 0;
        var spans = new RowSpans();
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "Worksheet" })
            {
                sheet++;
                row = 0;
                spans = new RowSpans();
                name = SheetLimits.Name(xml.Attribute("Name") ?? "");
                if (!hidden.Contains(sheet))
                {
                    sink.Table(new ReadLocation([], Sheet: name, Cell: "A1"));
                }
            }
            else if (xml is { IsStart: true, Name: "Row" } && !hidden.Contains(sheet))
            {
                row = Math.Min(Index(xml, MaxRows) ?? row + 1, MaxRows);
                var merged = spans.ColumnsAt(row);
                var cells = ReadRow(xml, row, spans, formats);
                if (cells.Count > 0)
                {
                    limits.CheckRow(cells.Count);
                    var where = new ReadLocation([], Sheet: name, Cell: CellNames.Of(0, row));
                    sink.Row(cells, where, merged.Count > 0 ? merged : null);
                }
            }
        }
    }

    private List<string> ReadRow(PackageXml xml, int row, RowSpans spans, Dictionary<string, string> formats)
    {
        var cells = new List<string>();
        var next = 0;
        var element = xml.Element;
        while (xml.ReadWithin(element))
        {
            if (xml is not { IsStart: true, Name: "Cell" })
            {
                continue;
            }

            while (spans.Covers(next, row))
            {
                next++;
            }

            var column = Index(xml, MaxColumns) - 1 ?? next;
            next = column + 1 + Merged(xml, "MergeAcross", options.Columns);
            if (column < options.Columns && Merged(xml, "MergeDown", MaxRows) is > 0 and var down)
            {
                spans.Add(column, row + down + 1);
            }

            var text = ReadCell(xml, formats.GetValueOrDefault(xml.Attribute("StyleID") ?? ""));
            if (text.Length == 0 || column < cells.Count)
            {
                continue;
            }

            if (column >= options.Columns)
            {
                throw new UnreadableException(ReadTrouble.TooManyCells, $"column {column + 1}");
            }

            cells.AddRange(Enumerable.Repeat("", column - cells.Count));
            cells.Add(text);
            // As in other sheets, the cells that one spans are empty.
            cells.AddRange(Enumerable.Repeat("", Math.Min(next, options.Columns) - cells.Count));
        }

        return cells;
    }

    /// <summary>How many cells beside or below a cell is merged with.</summary>
    private static int Merged(PackageXml xml, string attribute, int max) =>
        int.TryParse(xml.Attribute(attribute), CultureInfo.InvariantCulture, out var more)
            ? Math.Clamp(more, 0, max)
            : 0;

    private string ReadCell(PackageXml xml, string? format)
    {
        var text = "";
        var element = xml.Element;
        while (xml.ReadWithin(element))
        {
            if (xml is { IsStart: true, Name: "Comment", IsEmpty: false })
            {
                var comment = xml.Depth;
                while (xml.Read() && xml.Depth > comment) { }
            }
            else if (xml is { IsStart: true, Name: "Data" })
            {
                var type = xml.Attribute("Type") ?? "String";
                var value = SheetValue.OfText(ReadText(xml), type, format == "Percent" ? "0%" : format);
                text = value.IsPercent ? value.Text + " %" : value.Text;
            }
        }

        return text;
    }

    /// <summary>The text of an element with that of the elements in it.</summary>
    private string ReadText(PackageXml xml)
    {
        var text = new StringBuilder();
        var element = xml.Element;
        while (xml.ReadWithin(element))
        {
            if (!xml.IsText)
            {
                continue;
            }

            xml.AppendText(piece => text.Append(piece));
            if (text.Length > options.MillionCharacters * 1_000_000L)
            {
                throw new UnreadableException(ReadTrouble.TooLarge, "a cell of millions of characters");
            }
        }

        return text.ToString();
    }

    /// <summary>From 1; cells and rows without one follow the one before.</summary>
    private static int? Index(PackageXml xml, int max) =>
        int.TryParse(xml.Attribute("Index"), CultureInfo.InvariantCulture, out var index)
            ? Math.Clamp(index, 1, max)
            : null;
}
