namespace Avance.Functions.Access;

/// <summary>The part that a member is to have.</summary>
public sealed record MemberRequest(Role Role, UnitCode? Unit = null);
