using Avance.Functions.Storage;

namespace Avance.Functions.Plans;

/// <summary>A plan as it was read, with its ETag and rows.</summary>
/// <param name="Revision">How often it has been changed, from 1.</param>
/// <param name="ETag">Identifies this state of the plan: every change changes it.</param>
/// <param name="LastChange">The change that made this state; the audit lacks it only after a crash.</param>
public sealed record StoredPlan(Plan Plan, int Revision, string ETag, AuditEntry LastChange)
{
    /// <summary>The keys of its rows besides the first.</summary>
    internal IReadOnlyList<string> OverflowKeys { get; init; } = [];

    /// <summary>True if earlier code left rows beside it, which the next change deletes.</summary>
    internal bool HasLegacyRows { get; init; }
}
