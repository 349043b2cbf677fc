using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace Avance.Functions.Storage;

/// <summary>
/// Splits a long text of a row into columns <c>Content</c>, <c>Content2</c>, <c>Content3</c>… A text that fits one column is
/// in the first alone. The service takes 32,768 characters a column:
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal static class ChunkedText
{
    private const int ColumnCharacters = 32_000;

    /// <summary>Longest text of a row in characters: with its other columns the row stays below the service's 1 MiB.</summary>
    public const int MaxCharacters = 480_000;

    /// <param name="column">The name of the first column.</param>
    /// <param name="text">At most <see cref="MaxCharacters"/>: the service refuses a longer text.</param>
    public static void Write(TableEntity row, string column, string text)
    {
        row[column] = text;
        if (text.Length <= ColumnCharacters)
        {
            return;
        }

        for (var (at, number) = (0, 1); at < text.Length; number++)
        {
            var length = Math.Min(ColumnCharacters, text.Length - at);
            // Each column must be valid text: a surrogate pair is not split.
            length -= at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            row[Name(column, number)] = text.Substring(at, length);
            at += length;
        }
    }

    /// <returns>Null if the row has no such text.</returns>
    public static string? Read(TableEntity row, string column)
    {
        if (row.GetString(Name(column, 2)) is null)
        {
            return row.GetString(column);
        }

        var text = new StringBuilder();
        for (var number = 1; row.GetString(Name(column, number)) is { } part; number++)
        {
            text.Append(part);
        }

        return text.ToString();
    }

    private static string Name(string column, int number) =>
        number == 1 ? column : string.Create(CultureInfo.InvariantCulture, $"{column}{number}");
}
