using System.Text;
using Avance.Functions.Documents.Reading.Packages;
using Avance.Functions.Documents.Reading.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Reads a workbook of Excel: a table a sheet, each cell as a person sees it. Hidden sheets are left out: people keep
/// lists and notes there. Macros are never run, and links to other workbooks never followed.
/// </summary>
internal sealed class SheetParser(ReadingOptions options, EvidenceFormat format) : IDocumentParser
{
    // The library always asks for Windows-1252.
    static SheetParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string Id => format == EvidenceFormat.Xls ? "xls" : "xlsx";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [format];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var copy = new TemporaryCopy();
        var readable =
            format == EvidenceFormat.Xls
                ? content
                : WorkbookCopy.Readable(content, copy.Create, options, cancellationToken);
        var found = new SheetCells(0, 0);
        using (var reader = Open(readable))
        {
            var limits = new SheetLimits(options);
            do
            {
                if (string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
                {
                    var cells = ReadSheet(reader, sink, limits, cancellationToken);
                    found = new SheetCells(found.Sheets + (cells > 0 ? 1 : 0), found.Cells + cells);
                }
            } while (reader.NextResult());
        }

        ReportUnread(content, found, sink, cancellationToken);
    }

    /// <summary>The library gives no cells of some workbooks of odd writers, without an error: they are not empty.</summary>
    private void ReportUnread(Stream content, SheetCells read, IReadSink sink, CancellationToken cancellationToken)
    {
        int unread;
        try
        {
            unread = Count(content, cancellationToken).MissingIn(read);
        }
        catch (Exception error) when (read.Sheets > 0 && DocumentReader.IsOfDocument(error))
        {
            // Damaged after what was read.
            unread = 1;
        }

        if (unread > 0 && read.Sheets == 0)
        {
            throw new UnreadableException(ReadTrouble.Malformed, $"{unread} sheets with cells, none of them read");
        }

        if (unread > 0)
        {
            sink.Unread(unread);
        }
    }

    private SheetCells Count(Stream content, CancellationToken cancellationToken)
    {
        if (format == EvidenceFormat.Xls)
        {
            return BiffCells.Count(content, cancellationToken);
        }

        using var package = Package.Open(content, options, cancellationToken);
        return OpenXmlCells.Count(package);
    }

    private IExcelDataReader Open(Stream content)
    {
        var configuration = new ExcelReaderConfiguration
        {
            FallbackEncoding = TextEncodings.Windows1252,
            LeaveOpen = true,
        };
        try
        {
            return format == EvidenceFormat.Xls
                ? ExcelReaderFactory.CreateBinaryReader(content, configuration)
                : ExcelReaderFactory.CreateOpenXmlReader(content, configuration);
        }
        catch (InvalidPasswordException error)
        {
            throw new UnreadableException(ReadTrouble.Encrypted, error.Message);
        }
    }

    /// <returns>How many cells have a value, if only an empty text.</returns>
    private long ReadSheet(
        IExcelDataReader reader,
        IReadSink sink,
        SheetLimits limits,
        CancellationToken cancellationToken
    )
    {
        var name = SheetLimits.Name(PlainText.Clean(reader.Name));
        sink.Table(new ReadLocation([], Sheet: name, Cell: "A1"));
        var cells = new List<string>();
        var merges = Merges(reader);
        var spans = new RowSpans();
        long values = 0;
        for (var number = 1; reader.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cells.Clear();
            var merged = spans.ColumnsAt(number);
            while (merges.TryPeek(out var merge) && merge.FromRow < number)
            {
                spans.Add(merge.FromColumn, merges.Dequeue().ToRow + 2);
            }

            var blanks = 0;
            for (var index = 0; index < reader.FieldCount; index++)
            {
                values += reader.IsDBNull(index) ? 0 : 1;
                // What a merged cell hides is not read.
                var text = merged.BinarySearch(index) >= 0 ? "" : Text(SheetValue.Of(reader, index));
                if (text.Length == 0)
                {
                    blanks++;
                    continue;
                }

                limits.CheckColumn(index);
                cells.AddRange(Enumerable.Repeat("", blanks));
                cells.Add(text);
                blanks = 0;
            }

            if (cells.Count > 0)
            {
                limits.CheckRow(cells.Count + merged.Count);
                sink.Row(cells, new ReadLocation([], Sheet: name, Cell: CellNames.Of(0, number)), merged);
            }
        }

        return values;
    }

    /// <summary>The cells of the sheet that span several rows, from the top down.</summary>
    private Queue<CellRange> Merges(IExcelDataReader reader) =>
        new(
            (reader.MergeCells ?? [])
                .Where(merge => merge.ToRow > merge.FromRow && merge.FromColumn < options.Columns)
                .OrderBy(merge => merge.FromRow)
        );

    private static string Text(SheetValue value) => value.IsPercent ? value.Text + " %" : value.Text;
}
