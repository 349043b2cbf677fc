namespace Avance.Functions.Access;

/// <summary>The role that a member is to have.</summary>
public sealed record MemberRequest(Role Role, UnitCode? Unit = null);
