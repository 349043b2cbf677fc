namespace Avance.Functions.Groups.Sessions;

/// <summary>What a session agreed.</summary>
/// <param name="Number">1 to 99, in the session. An agreement is never removed: amendments and mails name it.</param>
/// <param name="Text">3 to 2,000 characters.</param>
/// <param name="Due">The last day on which it is in time; null for none, and then nobody is reminded.</param>
/// <param name="State">Pending unless said otherwise.</param>
/// <param name="Document">What fulfils it; may be empty unless it is done. At most 300 characters.</param>
/// <param name="Note">May be empty. At most 1,000 characters.</param>
public sealed record Agreement(
    int Number,
    string Text,
    Responsible Responsible,
    DateOnly? Due = null,
    AgreementState State = AgreementState.Pending,
    string Document = "",
    string Note = ""
)
{
    public bool IsOverdue(DateOnly today) => State == AgreementState.Pending && Due < today;
}
