using System.Globalization;
using Avance.Functions.Documents.Reading.Text;
using ExcelDataReader;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>The value of a cell of a workbook, as a person sees it.</summary>
/// <param name="Text">Empty if there is none; without a percent sign.</param>
/// <param name="Number">As shown: a cell that shows 70 % is 70, whatever it holds.</param>
/// <param name="IsPercent">True if a percent sign is shown beside the number.</param>
internal readonly record struct SheetValue(
    string Text,
    decimal? Number = null,
    bool IsPercent = false,
    DateTime? Date = null
)
{
    /// <summary>Numbers beyond this have no exact decimal.</summary>
    private const double MaxNumber = 1e15;

    /// <summary>How a workbook of the strict kind writes a date with its time.</summary>
    private static readonly string[] DateTexts = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static SheetValue Of(IExcelDataReader reader, int index) =>
        reader.GetValue(index) switch
        {
            null => new SheetValue(""),
            string text => OfText(text),
            double number when Math.Abs(number) <= MaxNumber => OfNumber((decimal)number, reader, index),
            int number => OfNumber(number, reader, index),
            DateTime date => OfDate(date),
            bool yes => new SheetValue(yes ? "Sí" : "No"),
            var other => new SheetValue(CellText.Clean(Convert.ToString(other, CultureInfo.InvariantCulture))),
        };

    /// <param name="type">As the XML of Excel 2003 names it.</param>
    /// <param name="format">The format of a number.</param>
    public static SheetValue OfText(string text, string type, string? format)
    {
        if (
            type == "Number"
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            var (shown, isPercent) = PercentFormat.Read(number, format);
            return new SheetValue(CellText.Of(shown), shown, isPercent);
        }

        return type == "Boolean" ? new SheetValue(text.Trim() == "1" ? "Sí" : "No") : OfText(text);
    }

    private static SheetValue OfText(string text) =>
        text.Length > 18
        && text[10] == 'T'
        && DateTime.TryParseExact(text, DateTexts, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? OfDate(date)
            : new SheetValue(CellText.Clean(text));

    /// <summary>A workbook stores times as fractions of a day, which may be some microseconds off.</summary>
    private static SheetValue OfDate(DateTime value)
    {
        var date = new DateTime(
            (value.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
        );
        return new SheetValue(CellText.Of(date), Date: date);
    }

    private static SheetValue OfNumber(decimal number, IExcelDataReader reader, int index)
    {
        var (shown, isPercent) = PercentFormat.Read(number, reader.GetNumberFormatString(index));
        return new SheetValue(CellText.Of(shown), shown, isPercent);
    }
}
