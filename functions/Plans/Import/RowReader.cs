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

    /// <summary>The unit that the cell names; null, with a problem, if it names none or an unknown one.</summary>
    /// <param name="units">Null if the units cannot be read: then the name is not checked.</param>
    public UnitCode? Unit(Column column, UnitNames? units) =>
        Text(column, 200) is { Length: > 0 } name ? FindUnit(column, name, units) : null;

    /// <inheritdoc cref="Unit"/>
    public UnitCode? FindUnit(Column column, string name, UnitNames? units)
    {
        var code = units?.Find(name);
        if (units is not null && code is null)
        {
            AddProblem(column, "unit-unknown", name);
        }

        return code;
    }

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

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, of at most 4 decimals.</summary>
    public decimal? Between(Column column, decimal min, decimal max)
    {
        var cell = sheet[row, column];
        var number = cell.Number ?? ParseNumber(cell.Text);
        if (number >= min && number <= max && decimal.Round(number.Value, 4) == number)
        {
            return number;
        }

        AddProblem(column, "number-between", min, max);
        return null;
    }

    /// <summary>A day; a time of day beside it is left out.</summary>
    public DateOnly? Day(Column column, BusinessCalendar calendar) =>
        Start(column, calendar) is { } start ? calendar.DayOf(start) : null;

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

    /// <summary>Names with a semicolon between them, in their order, each once whatever its capitals.</summary>
    /// <param name="maxLength">Characters of each.</param>
    /// <returns>Null if there is none, or one is too long, or there are more than <paramref name="most"/>.</returns>
    public IReadOnlyList<string>? Names(Column column, int maxLength, int most)
    {
        var names = List(column, (maxLength + 2) * most, ';').Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > 0 && names.Count <= most && names.TrueForAll(name => name.Length <= maxLength))
        {
            return names;
        }

        AddProblem(column, "names", most, maxLength);
        return null;
    }

    /// <summary>The value of one of several words; messages offer the first word of each value.</summary>
    public T? Choice<T>(Column column, params (string Word, T Value)[] words)
        where T : struct
    {
        if (FindChoice(column, words) is { } found)
        {
            return found;
        }

        AddProblem(column, "choice", string.Join(", ", ImportWords.Offered(words)));
        return null;
    }

    /// <summary>The value of one of several words; null for another word.</summary>
    public T? FindChoice<T>(Column column, params (string Word, T Value)[] words)
        where T : struct
    {
        var normal = HeaderText.Normal(sheet[row, column].Text);
        var index = Array.FindIndex(words, pair => HeaderText.Normal(pair.Word) == normal);
        return index < 0 ? null : words[index].Value;
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
