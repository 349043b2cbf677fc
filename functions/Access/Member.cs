namespace Avance.Functions.Access;

/// <summary>A part in a plan, given to an account or a group of the directory.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Id">The object id of the account or group.</param>
/// <param name="Role">Unit reporter, reader or secretariat.</param>
/// <param name="Unit">What a reporter reports for; null for other roles.</param>
/// <param name="NamedBy">Who gave it.</param>
/// <param name="NamedAt">When.</param>
public sealed record Member(PlanId Plan, Guid Id, Role Role, UnitCode? Unit, string NamedBy, DateTimeOffset NamedAt);
