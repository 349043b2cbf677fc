using Avance.Functions.Access;

namespace Avance.Functions.Plans;

/// <summary>A plan as it was read, with what writing it back takes.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">How often it has been changed, from 1; 0 while its first import is under way.</param>
/// <param name="ETag">Identifies this state of the plan: every change of any row changes it.</param>
/// <param name="Importing">Digest of the draft whose import is under way or was interrupted, else empty: the rows may then be of two states.</param>
/// <param name="LastChange">What made it so: the audit has it too, unless a crash came in between.</param>
public sealed record StoredPlan(Plan Plan, int Revision, string ETag, string Importing, AuditEntry LastChange)
{
    public bool IsImporting => Importing.Length > 0;
}
