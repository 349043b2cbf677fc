using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Decides which addresses must be replaced. Pure.</summary>
public static class AddressRules
{
    /// <summary>True of a mail that did not reach its address.</summary>
    public static bool IsUndelivered(Mail mail) =>
        mail.State is MailState.Bounced or MailState.Complained or MailState.Rejected;

    /// <param name="plan">The plan as it is now: addresses that are no longer contacts are left out.</param>
    /// <param name="mails">What became of its mails.</param>
    /// <returns>Addresses whose last mail with a known outcome was not delivered.</returns>
    public static IReadOnlySet<EmailAddress> ToReplace(Plan plan, IEnumerable<Mail> mails)
    {
        var contacts = plan.Units.SelectMany(unit => unit.Contacts).ToList();
        var known = contacts.Select(contact => contact.Address).OfType<EmailAddress>().ToHashSet();
        // Members of groups are not known here: with a group, any address may still be in use.
        var hasGroups = contacts.Exists(contact => contact.Group is not null);
        return mails
            .Where(mail => mail.State == MailState.Delivered || IsUndelivered(mail))
            .GroupBy(mail => mail.To.Address)
            .Where(same => hasGroups || known.Contains(same.Key))
            .Where(same => IsUndelivered(same.MaxBy(mail => mail.StateAt)!))
            .Select(same => same.Key)
            .ToHashSet();
    }
}
