namespace Avance.Functions.Reports;

/// <summary>Spanish grammar that texts of reports have in common.</summary>
internal static class ReportWords
{
    private const string Code = "report-words";

    /// <summary><c>DTEG, DA e INABIF</c>: <c>y</c> is <c>e</c> before the sound of an i.</summary>
    /// <param name="items">At least one.</param>
    public static string List(IReadOnlyList<string> items) =>
        items.Count == 1
            ? items[0]
            : Messages.Text(
                $"{Code}.{(BeginsWithI(items[^1]) ? "and-i" : "and")}",
                string.Join(", ", items.Take(items.Count - 1)),
                items[^1]
            );

    /// <summary><c>1 unidad</c>, <c>14 unidades</c>: the message of the word, in singular or plural, after the number.</summary>
    /// <param name="word">A key of the messages, without its end <c>one</c> or <c>many</c>.</param>
    public static string Count(string word, int number) =>
        Messages.Text($"{Code}.{word}-{(number == 1 ? "one" : "many")}", number.ToString("#,0", Messages.Culture));

    /// <summary>Not for <c>hie</c> and <c>ie</c>, which sound as a y.</summary>
    private static bool BeginsWithI(string word)
    {
        var start = word.TrimStart('«', '"').ToUpperInvariant();
        var sound = start.StartsWith('H') ? start[1..] : start;
        return (sound.StartsWith('I') || sound.StartsWith('Í')) && !sound.StartsWith("IE", StringComparison.Ordinal);
    }
}
