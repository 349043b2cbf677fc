namespace Avance.Functions.Groups;

/// <summary>A body that is invited to the sessions and has no vote.</summary>
/// <param name="Organisation">2 to 200 characters.</param>
/// <param name="Person">Who comes; may be empty. At most 150 characters.</param>
/// <param name="Address">Where calls go; null for nowhere.</param>
public sealed record InvitedBody(string Organisation, string Person = "", EmailAddress? Address = null);
