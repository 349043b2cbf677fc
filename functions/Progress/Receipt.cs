namespace Avance.Functions.Progress;

/// <summary>The answer to a submission or a decision; the same id always gets the same one.</summary>
/// <param name="Id">The id that the client made.</param>
/// <param name="BodyHash">SHA-256 of what was asked for, in hexadecimal.</param>
/// <param name="Version">The version that it made.</param>
/// <param name="State">The state that it led to.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
/// <param name="By">Who sent it.</param>
/// <param name="At">When it was received.</param>
public sealed record Receipt(
    Guid Id,
    string BodyHash,
    int Version,
    ProgressState State,
    bool Late,
    string By,
    DateTimeOffset At
);
