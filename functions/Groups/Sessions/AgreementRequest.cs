namespace Avance.Functions.Groups.Sessions;

/// <summary>The body that says what became of an agreement.</summary>
/// <param name="Document">What fulfils it, 3 to 300 characters where it is done.</param>
/// <param name="Note">At most 1,000 characters.</param>
public sealed record AgreementRequest(AgreementState State, string Document = "", string Note = "");
