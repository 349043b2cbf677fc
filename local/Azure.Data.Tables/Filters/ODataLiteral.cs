using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Filters;

/// <summary>Values in a filter.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings</remarks>
internal static class ODataLiteral
{
    /// <summary>Quotes and escapes the value, so that no text can end its literal.</summary>
    /// <exception cref="ArgumentException">The service has no literal of that type.</exception>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            string text => Quote(text),
            char letter => Quote(letter.ToString()),
            StringBuilder text => Quote(text.ToString()),
            long number => Invariant($"{number}L"),
            ulong number => Invariant($"{number}L"),
            Guid guid => $"guid'{guid}'",
            byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
            BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
            DateTimeOffset instant => Instant(instant.UtcDateTime),
            DateTime instant => Instant(instant.ToUniversalTime()),
            sbyte or byte or short or ushort or int or uint or decimal or float or double => Invariant($"{value}"),
            _ => throw new ArgumentException(
                $"Unable to convert {value.GetType()} to an OData literal.",
                nameof(value)
            ),
        };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Instant(DateTime utc) => Invariant($"datetime'{utc:yyyy-MM-ddTHH:mm:ss.FFFFFFF}Z'");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
