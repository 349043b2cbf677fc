using Avance.Functions.Storage;
using Azure;

namespace Avance.Functions.Findings;

/// <summary>The last examination of a claim, as it is stored.</summary>
/// <param name="Fingerprint">Of the inputs; empty if they are to be examined again.</param>
/// <param name="PendingAudit">Audit entries of its changes that may not be written yet; the next run writes them.</param>
public sealed record Examination(string Fingerprint, ValueList<AuditEntry> PendingAudit, ETag ETag)
{
    /// <summary>The last one that failed since; null if none has.</summary>
    public FailedExamination? Failed { get; init; }

    /// <summary>True if it examined these inputs and its audit entries are written.</summary>
    public bool IsDone(string fingerprint) => Fingerprint == fingerprint && PendingAudit.Count == 0;
}
