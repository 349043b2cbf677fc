using System.Globalization;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Reads the cells of one row as the types expected. A cell of another type is noted as a problem and read as null, so
/// that one import reports all problems.
/// </summary>
internal sealed class RowReader(SheetReader sheet, RawRow row)
{
    private const int MaxList = 200;
    private const NumberStyles PlainNumber = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>The row as the sender sees it.</summary>
    public int Number => row.Number;

    /// <summary>True once a problem was noted.</summary>
    public bool HasProblems { get; private set; }

    public bool IsEmpty(Column column) => sheet[row, column].IsEmpty;

    public string Text(Column column, int maxLength, bool required = true)
    {
        var text = sheet[row, column].Text;
        if (required && text.Length == 0)
        {
            AddProblem(column, "text-missing");
        }
        else if (text.Length > maxLength)
        {
            AddProblem(column, "text-too-long", maxLength);
        }

        return text;
    }

    /// <summary>The items of a cell that holds several, each one once.</summary>
    public IReadOnlyList<string> List(Column column, int maxLength, params char[] separators) =>
        [
            .. Text(column, maxLength, required: false)
                .Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal),
        ];

    public T? Value<T>(Column column)
        where T : struct, ITextValue<T>
    {
        if (T.TryParse(sheet[row, column].Text, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        AddProblem(column, "value", T.Expected);
        return null;
    }

    public Guid? Id(Column column)
    {
        if (Guid.TryParse(sheet[row, column].Text, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        AddProblem(column, "id");
        return null;
    }

    public int? Year(Column column)
    {
        var valid =
            int.TryParse(sheet[row, column].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 2000 and <= 2099;
        if (!valid)
        {
            AddProblem(column, "year");
        }

        return valid ? year : null;
    }

    /// <summary>A number from more than <paramref name="above"/> to <paramref name="max"/>, of at most 4 decimals: tables keep 15 digits.</summary>
    public decimal? Decimal(Column column, decimal above, decimal max)
    {
        var cell = sheet[row, column];
        var number = cell.Number ?? ParseNumber(cell.Text);
        if (number > above && number <= max && decimal.Round(number.Value, 4) == number)
        {
            return number;
        }

        AddProblem(column, "number", above, max);
        return null;
    }

    public DateTimeOffset? Start(Column column, BusinessCalendar calendar) => ReadDayOrTime(column)?.AsStart(calendar);

    public DateTimeOffset? End(Column column, BusinessCalendar calendar) => ReadDayOrTime(column)?.AsEnd(calendar);

    /// <summary>Whole numbers of days, each once; none where one of <see cref="ImportWords.None"/> stands.</summary>
    public IReadOnlyList<int>? Days(Column column, int min, int max, int most)
    {
        var items = List(column, MaxList, ';', ',');
        if (
            items is [var word]
            && Array.Exists(ImportWords.None, none => HeaderText.Normal(none) == HeaderText.Normal(word))
        )
        {
            return [];
        }

        var days = items.Select(ParseDays).OfType<int>().Where(number => number >= min && number <= max).ToList();
        if (items.Count > 0 && days.Count == items.Count && days.Count <= most)
        {
            return [.. days.Distinct()];
        }

        AddProblem(column, "days", min, max, most, ImportWords.None[0]);
        return null;

        static int? ParseDays(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The value of one of several words; messages offer the first word of each value.</summary>
    public T? Choice<T>(Column column, params (string Word, T Value)[] words)
        where T : struct
    {
        var normal = HeaderText.Normal(sheet[row, column].Text);
        foreach (var (word, value) in words)
        {
            if (HeaderText.Normal(word) == normal)
            {
                return value;
            }
        }

        AddProblem(column, "choice", string.Join(", ", ImportWords.Offered(words)));
        return null;
    }

    public void AddProblem(Column column, string code, params object?[] arguments)
    {
        HasProblems = true;
        sheet.AddProblem(sheet.RowOf(row, column), sheet.NameOf(column), sheet[row, column].Text, code, arguments);
    }

    private DayOrTime? ReadDayOrTime(Column column)
    {
        var cell = sheet[row, column];
        if (cell.Date is { } date)
        {
            return DayOrTime.At(date);
        }

        return Value<DayOrTime>(column);
    }

    /// <summary>
    /// A number with a decimal comma or point, and a percent sign behind it if it has one: <c>70%</c> is 70, as in a cell of
    /// a workbook that shows it. <c>1,250</c> may be 1.25 or 1250, so it is rejected.
    /// </summary>
    private static decimal? ParseNumber(string text)
    {
        text = text.EndsWith('%') ? text[..^1].TrimEnd() : text;
        var separator = text.IndexOfAny([',', '.']);
        var isAmbiguous = separator is >= 1 and <= 3 && text.Length - separator == 4 && text[0] != '0';
        return
            !isAmbiguous
            && decimal.TryParse(text.Replace(',', '.'), PlainNumber, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
