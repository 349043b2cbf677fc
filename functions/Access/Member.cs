namespace Avance.Functions.Access;

/// <summary>The role in a plan of an account or a group of the directory.</summary>
/// <param name="Id">The object id of the account or group.</param>
/// <param name="Role">Unit reporter, reader or secretariat.</param>
/// <param name="Unit">What a reporter reports for; null for other roles.</param>
/// <param name="NamedBy">Who gave it.</param>
public sealed record Member(PlanId Plan, Guid Id, Role Role, UnitCode? Unit, string NamedBy, DateTimeOffset NamedAt);
