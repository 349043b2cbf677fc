namespace Avance.Functions.Findings;

/// <summary>That a claim could not be examined.</summary>
/// <param name="Fingerprint">Of the inputs: once they change, this failure no longer counts.</param>
/// <param name="At">When its five tries had failed for the first time.</param>
public sealed record FailedExamination(string Fingerprint, DateTimeOffset At);
