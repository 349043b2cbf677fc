using Avance.Functions.Storage;

namespace Avance.Functions.Plans;

/// <summary>A plan as it was read, with what writing it back takes.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">How often it has been changed, from 1.</param>
/// <param name="ETag">Identifies this state of the plan: every change changes it.</param>
/// <param name="LastChange">What made it so: the audit has it too, unless a crash came in between.</param>
public sealed record StoredPlan(Plan Plan, int Revision, string ETag, AuditEntry LastChange)
{
    /// <summary>The keys of the rows that hold it, its own row apart.</summary>
    internal IReadOnlyList<string> FurtherKeys { get; init; } = [];

    /// <summary>True if rows of earlier code lie beside it, which the next change deletes.</summary>
    internal bool HasFormerRows { get; init; }
}
