using Avance.Functions.Groups;

namespace Avance.Functions.Reminders.Groups;

/// <summary>Decides whom the call of a session goes to. Pure.</summary>
public static class GroupRecipientRules
{
    /// <param name="day">Of the session: members and alternates get it who are in office on it.</param>
    /// <param name="told">Whom earlier calls of the session went to: they must hear of its changes too.</param>
    /// <returns>Each address once, by address.</returns>
    public static ValueList<Recipient> OfCall(WorkingGroup group, DateOnly day, IEnumerable<Recipient> told) =>
        [
            .. OfGroup(group, day)
                .Concat(told.Where(recipient => recipient.Address.CanReceive))
                .GroupBy(recipient => recipient.Address)
                .Select(same => same.First())
                .OrderBy(recipient => recipient.Address),
        ];

    /// <summary>The technical secretariat, where it has an address.</summary>
    public static ValueList<Recipient> Secretariat(WorkingGroup group) =>
        [.. To(group.Secretariat.Address, group.Secretariat.Person, RecipientRole.Secretariat)];

    private static IEnumerable<Recipient> OfGroup(WorkingGroup group, DateOnly day) =>
        [
            .. group
                .MembersOn(day)
                .SelectMany(member =>
                    To(member.Address, member.Person, RecipientRole.Member)
                        .Concat(To(member.AlternateAddress, member.Alternate, RecipientRole.Member))
                ),
            .. To(group.Chair.Address, group.Chair.Person, RecipientRole.Member),
            .. Secretariat(group),
            .. group.Invited.SelectMany(invited => To(invited.Address, invited.Person, RecipientRole.Member)),
        ];

    private static IEnumerable<Recipient> To(EmailAddress? address, string name, RecipientRole role) =>
        address is { } known ? [new Recipient(known, name, role)] : [];
}
