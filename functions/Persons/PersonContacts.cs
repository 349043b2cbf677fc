using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Persons;

/// <summary>A person among the contacts of a plan's units, which stand in the packed row of the plan.</summary>
public sealed class PersonContacts(PlansTable plans, AuditTable audit)
{
    /// <summary>The contacts of units that are the person.</summary>
    public async Task<IReadOnlyList<(Unit Unit, Contact Contact)>> FindAsync(
        PlanId plan,
        Person person,
        CancellationToken cancellationToken
    ) =>
        await plans.FindAsync(plan, cancellationToken) is { } stored
            ?
            [
                .. stored.Plan.Units.SelectMany(unit =>
                    unit.Contacts.Where(contact => IsOf(contact, person)).Select(contact => (unit, contact))
                ),
            ]
            : [];

    /// <summary>Removes them: nothing is to be kept of whom mails would have gone to.</summary>
    /// <param name="entry">What the audit says; its plan is replaced.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync(
        PlanId plan,
        Person person,
        AuditEntry entry,
        CancellationToken cancellationToken
    )
    {
        while (await plans.FindAsync(plan, cancellationToken) is { } before)
        {
            var count = before.Plan.Units.Sum(unit => unit.Contacts.Count(contact => IsOf(contact, person)));
            if (count == 0)
            {
                break;
            }

            // The previous change may have crashed before its own entry was written.
            await audit.AddAsync(before.LastChange, cancellationToken);
            var after = before.Plan with { Units = [.. before.Plan.Units.Select(unit => Without(unit, person))] };
            var change = entry with { Plan = plan };
            if (await plans.ImportAsync(before, after, change, cancellationToken) is not null)
            {
                await audit.AddAsync(change, cancellationToken);
                return count;
            }
        }

        return 0;
    }

    private static Unit Without(Unit unit, Person person) =>
        unit with
        {
            Contacts = [.. unit.Contacts.Where(contact => !IsOf(contact, person))],
        };

    private static bool IsOf(Contact contact, Person person) => person.HasAddress(contact.Address?.ToString());
}
