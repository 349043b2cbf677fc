using Azure;

namespace Avance.Functions.Reports.Texts;

/// <summary>A text as a person edited it.</summary>
/// <param name="Base">The draft that the person saw.</param>
/// <param name="Text">Empty once the edit was undone.</param>
/// <param name="IsWithdrawn">True once it was undone. Kept so that versions go on.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="ETag">As it was read; null if it is new.</param>
public sealed record EditedText(
    TextSection Section,
    string Base,
    string Text,
    bool IsWithdrawn,
    int Version,
    string By,
    DateTimeOffset At,
    ETag? ETag
);
