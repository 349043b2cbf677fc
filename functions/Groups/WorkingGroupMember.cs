namespace Avance.Functions.Groups;

/// <summary>A member of a group, with an alternate. Their successor in office is another member.</summary>
/// <param name="Id">Made by the client; attendance names it.</param>
/// <param name="Organisation">The office or body represented, 2 to 200 characters.</param>
/// <param name="Person">The member; may be empty. At most 150 characters.</param>
/// <param name="Address">Where the member's mails go; null for nowhere.</param>
/// <param name="Alternate">Who stands in; may be empty. At most 150 characters.</param>
/// <param name="AlternateAddress">Where the alternate's mails go; null for nowhere.</param>
/// <param name="From">First day in office; null if it is not known.</param>
/// <param name="To">Last day in office; null while it lasts.</param>
/// <param name="HasNoVote">True for a member who does not count for the quorum.</param>
public sealed record WorkingGroupMember(
    Guid Id,
    string Organisation,
    string Person = "",
    EmailAddress? Address = null,
    string Alternate = "",
    EmailAddress? AlternateAddress = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool HasNoVote = false
)
{
    public bool IsInOffice(DateOnly day) => !(From > day) && !(To < day);
}
