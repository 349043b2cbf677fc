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

    /// <summary><c>la actividad N° 6</c>, <c>las actividades N° 6 y 44</c>.</summary>
    public static string Activities(IEnumerable<ActivityNumber> activities)
    {
        var numbers = activities.Distinct().Order().Select(number => $"{number}").ToList();
        return Messages.Text($"{Code}.{(numbers.Count == 1 ? "one-activity" : "activities")}", List(numbers));
    }

    /// <summary><c>ninguna unidad</c>, <c>1 unidad</c>, <c>14 unidades</c>.</summary>
    /// <param name="word">A key of the messages, without its end <c>none</c>, <c>one</c> or <c>many</c>.</param>
    public static string Count(string word, int number) =>
        Messages.Text($"{Code}.{word}-{FormOf(number)}", number.ToString("#,0", Messages.Culture));

    private static string FormOf(int number) =>
        number switch
        {
            0 => "none",
            1 => "one",
            _ => "many",
        };

    /// <summary>Not for <c>hie</c> and <c>ie</c>, which sound as a y.</summary>
    private static bool BeginsWithI(string word)
    {
        var start = word.TrimStart('«', '"').ToUpperInvariant();
        var sound = start.StartsWith('H') ? start[1..] : start;
        return (sound.StartsWith('I') || sound.StartsWith('Í')) && !sound.StartsWith("IE", StringComparison.Ordinal);
    }
}
