namespace Avance.Functions.Groups;

/// <summary>The chair or the technical secretariat of a group.</summary>
/// <param name="Organisation">The office or body, 2 to 200 characters.</param>
/// <param name="Person">Who holds it; may be empty. At most 150 characters.</param>
/// <param name="Address">Where mails go; null for nowhere.</param>
public sealed record GroupOffice(string Organisation, string Person = "", EmailAddress? Address = null);
