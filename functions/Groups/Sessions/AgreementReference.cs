namespace Avance.Functions.Groups.Sessions;

/// <summary>Names an agreement of the plan's group.</summary>
/// <param name="Number">1 to 99.</param>
public sealed record AgreementReference(GroupSessionId Session, int Number);
