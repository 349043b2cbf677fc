using Avance.Functions.Storage;
using Azure;

namespace Avance.Functions.Findings;

/// <summary>The last examination of a claim, as it is kept.</summary>
/// <param name="Fingerprint">What was looked at; empty if that has changed since.</param>
/// <param name="PendingAudit">What it changed and the audit may not know yet: whoever comes next tells it.</param>
/// <param name="ETag">What replacing it takes.</param>
public sealed record Examination(string Fingerprint, ValueList<AuditEntry> PendingAudit, ETag ETag)
{
    /// <summary>The last one that failed since; null if none has.</summary>
    public FailedExamination? Failed { get; init; }

    /// <summary>True if it looked at that, and the audit knows what it changed.</summary>
    public bool IsDone(string fingerprint) => Fingerprint == fingerprint && PendingAudit.Count == 0;
}
