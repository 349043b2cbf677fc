namespace Avance.Functions.Findings;

/// <summary>That a claim could not be examined.</summary>
/// <param name="Fingerprint">What was to be looked at: once that has changed, it is another examination that counts.</param>
/// <param name="At">When its five tries had failed for the first time.</param>
public sealed record FailedExamination(string Fingerprint, DateTimeOffset At);
