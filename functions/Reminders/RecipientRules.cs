using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Decides whom a mail about a unit goes to. Pure.</summary>
public static class RecipientRules
{
    /// <param name="unit">The unit; null for the secretariat's digest.</param>
    /// <param name="members">The members of each group that contacts name, as far as they are known.</param>
    /// <returns>Each address once, by address.</returns>
    public static ValueList<Recipient> Of(
        Plan plan,
        UnitCode? unit,
        ReminderStage stage,
        IReadOnlyDictionary<Guid, IReadOnlyList<GroupMember>> members
    )
    {
        var recipients = ContactsOf(plan, unit, stage)
            .SelectMany(pair => Expand(pair.Contact, pair.Role, members))
            .GroupBy(recipient => recipient.Address)
            .Select(same => same.MinBy(recipient => recipient.Role)!);
        return [.. recipients.OrderBy(recipient => recipient.Address)];
    }

    /// <summary>The groups whose members a mail would go to.</summary>
    public static IEnumerable<Guid> GroupsOf(Plan plan, UnitCode? unit, ReminderStage stage) =>
        ContactsOf(plan, unit, stage).Select(pair => pair.Contact.Group).OfType<Guid>().Distinct();

    private static IEnumerable<(Contact Contact, RecipientRole Role)> ContactsOf(
        Plan plan,
        UnitCode? unit,
        ReminderStage stage
    )
    {
        var own = (unit is { } code ? plan.FindUnit(code)?.Contacts ?? [] : [])
            .Where(contact => contact.Role == ContactRole.Liaison || contact.Copies || stage.Kind == StageKind.Overdue)
            .Select(contact =>
                (contact, contact.Role == ContactRole.Head ? RecipientRole.Head : RecipientRole.Liaison)
            );
        return unit is null || stage.Kind == StageKind.Overdue ? own.Concat(SecretariatOf(plan)) : own;
    }

    private static IEnumerable<(Contact Contact, RecipientRole Role)> SecretariatOf(Plan plan) =>
        plan
            .Units.Where(unit => unit.Kind == UnitKind.Secretariat)
            .SelectMany(unit => unit.Contacts)
            .Select(contact => (contact, RecipientRole.Secretariat));

    private static IEnumerable<Recipient> Expand(
        Contact contact,
        RecipientRole role,
        IReadOnlyDictionary<Guid, IReadOnlyList<GroupMember>> members
    ) =>
        contact.Address is { } address
            ? [new Recipient(address, contact.Name, role)]
            : members
                .GetValueOrDefault(contact.Group ?? default, [])
                .Select(member => new Recipient(member.Address, member.Name, role));
}
