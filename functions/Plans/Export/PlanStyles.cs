using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Plans.Export;

/// <summary>The formats of a plan's workbook, which cells name by their position.</summary>
internal static class PlanStyles
{
    public const uint Text = 0;
    public const uint Header = 1;
    public const uint Date = 2;

    /// <summary>Of a text that looks like a formula: it stays a text when a person edits its cell.</summary>
    public const uint Quoted = 3;

    /// <summary>Excel's own short date, which it shows in the order of the reader's country.</summary>
    private const uint ShortDate = 14;

    public static Stylesheet Of() =>
        new(
            new Fonts(FontOf(), FontOf(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(Wrapped()) { FormatId = 0, ApplyAlignment = true },
                new CellFormat
                {
                    FormatId = 0,
                    FontId = 1,
                    ApplyFont = true,
                },
                new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top })
                {
                    FormatId = 0,
                    NumberFormatId = ShortDate,
                    ApplyNumberFormat = true,
                    ApplyAlignment = true,
                },
                new CellFormat(Wrapped())
                {
                    FormatId = 0,
                    QuotePrefix = true,
                    ApplyAlignment = true,
                }
            )
        );

    private static Font FontOf(params Bold[] bold) =>
        new([.. bold, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true };
}
