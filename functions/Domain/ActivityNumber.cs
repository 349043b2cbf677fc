using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>The number of an activity in its plan, 1 to 999. In table keys it has three digits.</summary>
[JsonConverter(typeof(TextValueJsonConverter<ActivityNumber>))]
public readonly record struct ActivityNumber : ITextValue<ActivityNumber>, IComparable<ActivityNumber>
{
    /// <summary>The largest: table keys have three digits.</summary>
    public const int Max = 999;

    /// <exception cref="ArgumentOutOfRangeException">The number is not between 1 and 999.</exception>
    public ActivityNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        Value = value;
    }

    public static string Expected => "un número entero entre 1 y 999";

    public int Value { get; }

    /// <summary>Three digits, so that keys sort as numbers do.</summary>
    public string Key => Value.ToString("D3", CultureInfo.InvariantCulture);

    public static ActivityNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"'{s}' is not an activity number.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ActivityNumber result)
    {
        var valid =
            int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Max;
        result = valid ? new ActivityNumber(value) : default;
        return valid;
    }

    public int CompareTo(ActivityNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
