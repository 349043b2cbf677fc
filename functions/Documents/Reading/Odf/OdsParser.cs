using System.Text;
using Avance.Functions.Documents.Reading.Packages;
using Avance.Functions.Documents.Reading.Sheets;

namespace Avance.Functions.Documents.Reading.Odf;

/// <summary>
/// Reads a workbook of LibreOffice: a table a sheet, each cell as it is shown. A sheet writes empty rows and cells once with a
/// count of up to a million, so that they are only repeated if content follows.
/// </summary>
internal sealed class OdsParser(ReadingOptions options) : IDocumentParser
{
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;

    public string Id => "ods";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Ods];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var file = new OdfFile(content, options, cancellationToken);
        using var xml = file.OpenContent();
        var sheet = "";
        var row = 1;
        var spans = new RowSpans();
        var more = xml.Read();
        while (more)
        {
            if (xml is { IsStart: true, Name: "table" })
            {
                sheet = SheetLimits.Name(xml.Attribute("name") ?? "");
                row = 1;
                spans = new RowSpans();
                sink.Table(new ReadLocation([], Sheet: sheet, Cell: "A1"));
            }
            else if (xml is { IsStart: true, Name: "table-row" })
            {
                row = ReadRow(xml, sink, sheet, row, spans, cancellationToken);
            }
            else if (xml is { IsStart: true, Name: "tracked-changes" or "shapes" or "master-styles" })
            {
                more = xml.Skip();
                continue;
            }

            more = xml.Read();
        }
    }

    /// <returns>The number of the next row.</returns>
    private int ReadRow(
        PackageXml xml,
        IReadSink sink,
        string sheet,
        int row,
        RowSpans spans,
        CancellationToken cancellationToken
    )
    {
        var times = xml.Count("number-rows-repeated", MaxRows);
        var cells = new List<string>();
        var merged = new List<int>();
        var blanks = 0;
        if (!xml.IsEmpty)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (!xml.IsStart || xml.Name is not ("table-cell" or "covered-table-cell"))
                {
                    continue;
                }

                var repeated = xml.Count("number-columns-repeated", MaxColumns);
                var column = cells.Count + blanks;
                if (xml.Name == "covered-table-cell")
                {
                    var covered = Enumerable.Range(column, Math.Clamp(options.Columns - column, 0, repeated));
                    merged.AddRange(covered.Where(index => spans.Covers(index, row)));
                }
                else if (xml.Count("number-rows-spanned", MaxRows) is > 1 and var rows && column < options.Columns)
                {
                    spans.Add(column, row + rows);
                }

                var text = ReadCell(xml);
                if (text.Length == 0)
                {
                    blanks += repeated;
                    continue;
                }

                Add(cells, "", blanks);
                Add(cells, text, repeated);
                blanks = 0;
            }
        }

        for (var i = 0; i < times && cells.Count > 0; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Row(cells, new ReadLocation([], Sheet: sheet, Cell: CellNames.Of(0, row + i)), merged);
        }

        return Math.Min(row + times, MaxRows);
    }

    private void Add(List<string> cells, string text, int times)
    {
        if (cells.Count + times > options.Columns)
        {
            throw new UnreadableException(ReadTrouble.TooManyCells, $"more than {options.Columns} columns");
        }

        cells.AddRange(Enumerable.Repeat(text, times));
    }

    private string ReadCell(PackageXml xml)
    {
        var text = new StringBuilder();
        if (xml.IsEmpty)
        {
            return "";
        }

        var depth = xml.Depth;
        var inParagraph = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { IsStart: true, Name: "annotation" or "object" or "binary-data", IsEmpty: false })
            {
                // A comment on the cell is not its text, nor is a chart or picture in it.
                var comment = xml.Depth;
                while (xml.Read() && xml.Depth > comment) { }
            }
            else if (xml is { IsStart: true, Name: "p", IsEmpty: false })
            {
                inParagraph++;
                text.Append(text.Length > 0 ? "\n" : "");
            }
            else if (xml is { IsEnd: true, Name: "p" })
            {
                inParagraph--;
            }
            else if (xml.IsStart && xml.Name is "s" or "tab" or "line-break")
            {
                text.Append(' ');
            }
            else if (inParagraph > 0 && xml.IsText)
            {
                xml.AppendText(chunk => text.Append(chunk));
                if (text.Length > options.MillionCharacters * 1_000_000L)
                {
                    throw new UnreadableException(ReadTrouble.TooLarge, "a cell of millions of characters");
                }
            }
        }

        return text.ToString();
    }
}
