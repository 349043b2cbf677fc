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
    public bool IsAbsent => Digits.Length == 0;

    /// <summary>True for a number that cannot be anything else.</summary>
    public bool IsComplete => Year is not null && Offices.Count > 0;

    public string Number => Digits.TrimStart('0') is { Length: > 0 } number ? number : "0";
}
