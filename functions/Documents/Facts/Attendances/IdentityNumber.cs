namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Numbers of identity cards and other documents of people.</summary>
internal static class IdentityNumber
{
    private const int Shortest = 6;
    private const int Longest = 12;

    /// <summary>
    /// The number in one spelling, without the leading zeros that sheets drop; null for a cell that holds none, or one that is
    /// masked or filled with one digit.
    /// </summary>
    public static string? Of(string cell)
    {
        if (cell.Length > Longest * 2)
        {
            return null;
        }

        var text = string.Concat(cell.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))).ToUpperInvariant();
        return
            text.Length is >= Shortest and <= Longest
            && text.All(char.IsAsciiLetterOrDigit)
            && text.Count(char.IsAsciiDigit) >= Shortest - 1
            && text.Distinct().Count() > 1
            ? text.TrimStart('0')
            : null;
    }
}
