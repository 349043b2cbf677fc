using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Avance.Functions.Plans.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Plans.Export;

/// <summary>A sheet of a workbook: its header stays in sight, and lists offer the words that a cell may have.</summary>
internal static partial class PlanWorksheet
{
    private const int MinWidth = 12;
    private const int MaxWidth = 60;

    public static Worksheet Of(PlanTable table)
    {
        var sheet = new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(table.Rows[0].Select((_, index) => ColumnOf(table, index))),
            new SheetData(table.Rows.Select((row, index) => RowOf(index + 1, row)))
        );
        if (table.Choices.Count > 0)
        {
            sheet.Append(new DataValidations(table.Choices.OrderBy(pair => pair.Key).Select(ChoiceOf)));
        }

        return sheet;
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Column ColumnOf(PlanTable table, int index) =>
        new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Math.Clamp(table.Rows.Max(row => row[index].ToText().Length) + 2, MinWidth, MaxWidth),
            CustomWidth = true,
        };

    private static Row RowOf(int number, IReadOnlyList<PlanCell> cells) =>
        new(
            cells
                .Index()
                .Where(pair => pair.Item.Sheet is not "")
                .Select(pair => CellOf($"{Letter(pair.Index)}{number}", pair.Item.Sheet, isHeader: number == 1))
        )
        {
            RowIndex = (uint)number,
        };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell CellOf(string reference, object value, bool isHeader)
    {
        var cell = new DocumentFormat.OpenXml.Spreadsheet.Cell
        {
            CellReference = reference,
            StyleIndex = StyleOf(value, isHeader),
        };
        switch (value)
        {
            case DateOnly date:
                cell.CellValue = new CellValue(date.ToDateTime(TimeOnly.MinValue).ToOADate());
                break;
            case decimal number:
                cell.CellValue = new CellValue(number);
                break;
            default:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(
                    new Text(Encode((string)value)) { Space = SpaceProcessingModeValues.Preserve }
                );
                break;
        }

        return cell;
    }

    private static uint StyleOf(object value, bool isHeader) =>
        value switch
        {
            _ when isHeader => PlanStyles.Header,
            DateOnly => PlanStyles.Date,
            string text when FormulaText.IsLike(text) => PlanStyles.Quoted,
            _ => PlanStyles.Text,
        };

    /// <summary>
    /// Characters that XML may not have as Excel writes them, <c>_xFFFF_</c>; a text that looks so has its first sign
    /// written the same way.
    /// </summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in Encoded().Replace(text, "_x005F$0"))
        {
            encoded.Append(
                XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)
                    ? c
                    : string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_")
            );
        }

        return encoded.ToString();
    }

    private static DataValidation ChoiceOf(KeyValuePair<int, string[]> choice)
    {
        var column = Letter(choice.Key);
        return new DataValidation(new Formula1($"\"{string.Join(',', choice.Value)}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue>([$"{column}2:{column}{ImportLimits.MaxRows}"]),
        };
    }

    /// <summary>No sheet has more than 26 columns.</summary>
    private static char Letter(int column) => (char)('A' + column);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1_000)]
    private static partial Regex Encoded();
}
