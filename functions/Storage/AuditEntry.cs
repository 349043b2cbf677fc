namespace Avance.Functions.Storage;

/// <summary>Something that was done to a plan, for whoever has to answer for it later.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Id">What was done, told from all else done at that instant; a repetition has the same id and instant.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as <see cref="Caller.Name"/> names them.</param>
/// <param name="Action">What kind of thing, for example <c>import</c> or <c>renameUnit</c>.</param>
/// <param name="Subject">What it was done to, for example a unit's code; may be empty.</param>
/// <param name="Reason">Why, in the words of whoever did it; may be empty.</param>
/// <param name="LegalDocument">The document that it rests on; may be empty.</param>
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
