namespace Avance.Functions.Storage;

/// <summary>An action on a plan, kept so that it can be accounted for.</summary>
/// <param name="Id">Unique among the plan's actions of that instant; a repetition has the same id and instant.</param>
/// <param name="By">The caller's <see cref="Caller.Name"/>.</param>
/// <param name="Action">The kind of action, for example <c>import</c> or <c>renameUnit</c>.</param>
/// <param name="Subject">The object of the action, for example a unit's code; may be empty.</param>
/// <param name="Reason">The reason that the caller gave; may be empty.</param>
/// <param name="LegalDocument">The document that the action is based on; may be empty.</param>
/// <param name="Details">Further facts as JSON; at most 30,000 characters.</param>
public sealed record AuditEntry(
    PlanId Plan,
    string Id,
    DateTimeOffset At,
    string By,
    string Action,
    string Subject = "",
    string Reason = "",
    string LegalDocument = "",
    string Details = ""
);
