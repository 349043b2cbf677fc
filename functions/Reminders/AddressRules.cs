using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Decides which addresses another one is needed for. Pure.</summary>
public static class AddressRules
{
    /// <summary>True of a mail that did not reach its address.</summary>
    public static bool CameBack(Mail mail) =>
        mail.State is MailState.Bounced or MailState.Complained or MailState.Rejected;

    /// <param name="plan">The plan as it is now: whoever is no contact any more needs no other address.</param>
    /// <param name="mails">What became of its mails.</param>
    /// <returns>Addresses whose latest fate that is known is not to have been reached.</returns>
    public static IReadOnlySet<EmailAddress> ToReplace(Plan plan, IEnumerable<Mail> mails)
    {
        var contacts = plan.Units.SelectMany(unit => unit.Contacts).ToList();
        var known = contacts.Select(contact => contact.Address).OfType<EmailAddress>().ToHashSet();
        // Only the directory could tell who is in a group now.
        var hasGroups = contacts.Exists(contact => contact.Group is not null);
        return mails
            .Where(mail => mail.State == MailState.Delivered || CameBack(mail))
            .GroupBy(mail => mail.To.Address)
            .Where(same => hasGroups || known.Contains(same.Key))
            .Where(same => CameBack(same.MaxBy(mail => mail.StateAt)!))
            .Select(same => same.Key)
            .ToHashSet();
    }
}
