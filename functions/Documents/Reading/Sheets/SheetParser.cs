using System.Globalization;
using System.Text;
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
    /// <summary>Numbers beyond this have no exact decimal.</summary>
    private const double MaxNumber = 1e15;

    // The library always asks for Windows-1252.
    static SheetParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string Id => format == EvidenceFormat.Xls ? "xls" : "xlsx";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [format];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var reader = Open(content);
        var limits = new SheetLimits(options);
        do
        {
            if (string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                ReadSheet(reader, sink, limits, cancellationToken);
            }
        } while (reader.NextResult());
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

    private void ReadSheet(
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
                // What a merged cell hides is not read.
                var text = merged.BinarySearch(index) >= 0 ? "" : ReadCell(reader, index);
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
    }

    /// <summary>The cells of the sheet that span several rows, from the top down.</summary>
    private Queue<CellRange> Merges(IExcelDataReader reader) =>
        new(
            (reader.MergeCells ?? [])
                .Where(merge => merge.ToRow > merge.FromRow && merge.FromColumn < options.Columns)
                .OrderBy(merge => merge.FromRow)
        );

    private static string ReadCell(IExcelDataReader reader, int index) =>
        reader.GetValue(index) switch
        {
            null => "",
            string text => PlainText.Clean(text),
            double number when Math.Abs(number) <= MaxNumber => Number((decimal)number, reader, index),
            int number => Number(number, reader, index),
            DateTime date => Date(date),
            TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
            bool yes => yes ? "Sí" : "No",
            var other => PlainText.Clean(Convert.ToString(other, CultureInfo.InvariantCulture)),
        };

    /// <summary>A workbook stores times as fractions of a day, which may be some microseconds off.</summary>
    private static string Date(DateTime value) =>
        CellText.Of(
            new DateTime(
                (value.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
            )
        );

    /// <summary>A cell that shows 70 % holds 0.7: the shown value is read.</summary>
    private static string Number(decimal number, IExcelDataReader reader, int index) =>
        reader.GetNumberFormatString(index)?.Contains('%', StringComparison.Ordinal) == true
            ? CellText.Of(number * 100) + " %"
            : CellText.Of(number);
}
