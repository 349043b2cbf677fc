namespace Avance.Functions.Documents.Facts.References;

/// <summary>A document number as it is written.</summary>
/// <param name="End">Position after its last one.</param>
/// <param name="Digits">As written, leading zeros included; empty for S/N.</param>
/// <param name="HasSign">True if N° or the like stands before it.</param>
/// <param name="HasPrefix">True if a D stands before it.</param>
/// <param name="Misread">True if letters stood in place of digits.</param>
internal sealed record NumberParts(
    int End,
    string Digits,
    int? Year,
    IReadOnlyList<string> Offices,
    bool HasSign,
    bool HasPrefix,
    bool Misread
)
{
    /// <summary>True if the year is one of this century and only its last two digits are written.</summary>
    public bool IsYearShort { get; init; }

    public bool IsAbsent => Digits.Length == 0;

    /// <summary>True for a number that cannot be anything else.</summary>
    public bool IsComplete => Year is not null && Offices.Count > 0;

    public string Number => Digits.TrimStart('0') is { Length: > 0 } number ? number : "0";

    /// <summary>With the year and the offices of the number after it, if it has none itself: N° 12 y 13-2026-MIMP.</summary>
    public NumberParts Before(NumberParts next) =>
        IsAbsent || Offices.Count > 0 ? this
        : Year is null ? this with { Year = next.Year, Offices = next.Offices, IsYearShort = next.IsYearShort }
        : this with { Offices = next.Offices };
}
