using Avance.Functions.Access;

namespace Avance.Functions.Plans;

/// <summary>A plan as it was read, with what writing it back takes.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Revision">How often it has been changed, from 1.</param>
/// <param name="ETag">Identifies this state of the plan: every change of any row changes it.</param>
/// <param name="RowsBehind">True while an import still writes rows, or was interrupted: the plan is whole, its rows may be of two states.</param>
/// <param name="LastChange">What made it so: the audit has it too, unless a crash came in between.</param>
public sealed record StoredPlan(Plan Plan, int Revision, string ETag, bool RowsBehind, AuditEntry LastChange);
