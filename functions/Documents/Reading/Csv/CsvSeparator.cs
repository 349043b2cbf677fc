namespace Avance.Functions.Documents.Reading.Csv;

/// <summary>Finds the separator of a list by its first lines, and whether the text is a list at all.</summary>
internal static class CsvSeparator
{
    private const string Known = ";,\t|";

    /// <summary>The most frequent separator outside quotes, in the first line that has any.</summary>
    public static char Of(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var first = line.ToString();
            var best = Known.Select(sign => (sign, Count: Count(first, sign))).MaxBy(item => item.Count);
            if (best.Count > 0)
            {
                return best.sign;
            }
        }

        return ',';
    }

    /// <summary>
    /// True when three lines or more have the same number of one separator, two of it or more when it is the comma, of
    /// which prose is full.
    /// </summary>
    public static bool IsList(ReadOnlySpan<char> text)
    {
        var lines = FirstLines(text);
        return Known.Any(sign => IsListOf(lines, sign));
    }

    /// <summary>The same for one separator.</summary>
    public static bool IsListOf(ReadOnlySpan<char> text, char sign) => IsListOf(FirstLines(text), sign);

    /// <summary>True when most lines have one of the separators that prose has not.</summary>
    public static bool HasColumns(ReadOnlySpan<char> text)
    {
        var lines = FirstLines(text);
        return ";\t|".Any(sign => lines.Count(line => Count(line, sign) > 0) * 2 > lines.Count);
    }

    private static bool IsListOf(List<string> lines, char sign) =>
        lines.Count >= 3
        && Count(lines[0], sign) >= (sign == ',' ? 2 : 1)
        && lines.TrueForAll(line => Count(line, sign) == Count(lines[0], sign));

    private static List<string> FirstLines(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        foreach (var line in text.EnumerateLines())
        {
            if (!line.IsWhiteSpace() && lines.Count < 20)
            {
                lines.Add(line.ToString());
            }
        }

        // The last line may have been cut off.
        if (lines.Count > 3)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static int Count(string line, char sign)
    {
        var quoted = false;
        var count = 0;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += !quoted && c == sign ? 1 : 0;
        }

        return count;
    }
}
