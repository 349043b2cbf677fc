using System.Globalization;

namespace Avance.Samples.Figures;

/// <summary>Figures as files for people write them.</summary>
internal static class FileText
{
    /// <summary>Where there is no figure.</summary>
    private const string None = "—";

    /// <param name="text">Such as <c>1,250.5</c>, <c>70.8 %</c>.</param>
    /// <exception cref="DemoException">It is no number.</exception>
    public static decimal Number(string text) =>
        decimal.TryParse(
            text.TrimEnd('%').Trim(),
            NumberStyles.Number | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw new DemoException($"«{text}» should be a number.");

    public static decimal? Percent(string text) => text == None ? null : Number(text);
}
