using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders.Content;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Writes the mails about a period: reminders, with links for those who report, digests and receipts.</summary>
public sealed class PeriodMailWriter(
    PeriodMails mails,
    MailComposer composer,
    SubmissionReceiptReader receipts,
    MailWriter writer,
    FormLinkHandler links,
    TimeProvider clock
)
{
    /// <summary>The actor in the audit for the links of mails.</summary>
    public const string Name = "reminders";

    public async Task<OutgoingMail> ComposeAsync(Mail mail, PeriodStatus status, CancellationToken cancellationToken)
    {
        var content =
            mail.Reminder.Stage.Kind == StageKind.Receipt
                ? await WriteReceiptAsync(mail, status.Plan, cancellationToken)
                : await WriteReminderAsync(mail, status, cancellationToken);
        var reply = status
            .Plan.Units.Where(one => one.Kind == UnitKind.Secretariat)
            .SelectMany(one => one.Contacts)
            .Select(contact => contact.Address)
            .FirstOrDefault(address => address is not null);
        return new OutgoingMail(mail.Address, mail.To.Address, mail.To.Name, reply, content);
    }

    private async Task<MailContent> WriteReceiptAsync(Mail mail, Plan plan, CancellationToken cancellationToken) =>
        ProgressVersionKey.TryParse(mail.Reminder.Anchor, out var key)
        && await receipts.FindAsync(
            plan,
            new ProgressAddress(plan.Id, mail.Period, key.Activity),
            key.Version,
            cancellationToken
        )
            is { } receipt
            ? await writer.WriteAsync(new ReceiptModel(receipt, mail.To))
            : throw new InvalidOperationException($"Nothing was sent as {mail.Reminder.Anchor}.");

    private async Task<MailContent> WriteReminderAsync(
        Mail mail,
        PeriodStatus status,
        CancellationToken cancellationToken
    )
    {
        var link =
            mail.Reminder.Unit is { } unit && mail.To.Role != RecipientRole.Secretariat
                ? await links.EnsureAsync(mail.Plan, LinkId(mail), unit, mail.Period, Name, cancellationToken)
                : null;
        var returned =
            mail.Reminder.Stage.Kind == StageKind.Digest
                ? await mails.AddressesToReplaceAsync(status, cancellationToken)
                : [];
        return await composer.ComposeAsync(status, mail, link, returned, clock.GetUtcNow());
    }

    /// <summary>
    /// The id of a mail's link is made from the mail's, so that a retry reuses the link while it works. A mail that is
    /// asked for again gets another.
    /// </summary>
    private static string LinkId(Mail mail)
    {
        var name = mail.AgainAt is { } again
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Id}|{again.UtcTicks}")))
            : mail.Id.ToString();
        return Base64Url.EncodeToString(Convert.FromHexString(name.AsSpan(0, 18)));
    }
}
