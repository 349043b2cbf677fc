using System.Globalization;

namespace Avance.Functions.Reports.National;

/// <summary>A row that a plan has at the national level.</summary>
/// <param name="Theme">Empty for the plan's own row.</param>
public readonly record struct NationalKey(Period Period, string Theme)
{
    /// <summary>No theme has a line feed: the keys stand one a line.</summary>
    public override string ToString() => Theme.Length == 0 ? $"{Period}" : $"{Period}|{Theme}";

    public static NationalKey Parse(string text)
    {
        var parts = text.Split('|', 2);
        return new(Period.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 2 ? parts[1] : "");
    }
}
