using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>The formats of a workbook's cells, and their numbers.</summary>
internal static class ExcelStyles
{
    /// <summary>Bold, for heads.</summary>
    public const uint Head = 1;

    /// <summary>A text that Excel would take for a formula if a person edited the cell.</summary>
    public const uint QuotedText = 2;

    private const uint FirstOfFormats = 3;
    private const uint FirstOwnFormat = 164;

    // https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat
    private const uint General = 0;
    private const uint Integer = 1;
    private const uint GroupedInteger = 3;
    private const uint GroupedTwoDecimals = 4;

    /// <summary>The percent sign is a text: as a format of its own it would multiply by 100.</summary>
    private static readonly string[] Own = ["#,##0.00\"%\"", "General\"%\"", "dd/mm/yyyy hh:mm"];

    public static uint Of(ColumnFormat format) => FirstOfFormats + (uint)format;

    public static Stylesheet Create() =>
        new(
            new NumberingFormats(
                Own.Select(
                    (code, index) =>
                        new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)index, FormatCode = code }
                )
            ),
            new Fonts(FontOf(isBold: false), FontOf(isBold: true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(FormatOf(General)),
            new CellFormats([
                OfCells(General),
                new CellFormat
                {
                    NumberFormatId = General,
                    FontId = 1,
                    FillId = 0,
                    BorderId = 0,
                    FormatId = 0,
                    ApplyFont = true,
                },
                OfCells(General, isQuoted: true),
                .. Enum.GetValues<ColumnFormat>().Select(format => OfCells(NumberOf(format))),
            ])
        );

    private static uint NumberOf(ColumnFormat format) =>
        format switch
        {
            ColumnFormat.Whole => Integer,
            ColumnFormat.Number => GroupedTwoDecimals,
            ColumnFormat.Percent => FirstOwnFormat,
            ColumnFormat.PercentShown => FirstOwnFormat + 1,
            ColumnFormat.Bytes => GroupedInteger,
            ColumnFormat.Instant => FirstOwnFormat + 2,
            _ => General,
        };

    private static CellFormat OfCells(uint number, bool isQuoted = false)
    {
        var format = FormatOf(number);
        format.FormatId = 0;
        format.QuotePrefix = isQuoted ? BooleanValue.FromBoolean(true) : null;
        format.ApplyNumberFormat = BooleanValue.FromBoolean(number != General);
        return format;
    }

    private static CellFormat FormatOf(uint number) =>
        new()
        {
            NumberFormatId = number,
            FontId = 0,
            FillId = 0,
            BorderId = 0,
        };

    private static Font FontOf(bool isBold)
    {
        var font = new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" });
        if (isBold)
        {
            font.PrependChild(new Bold());
        }

        return font;
    }
}
