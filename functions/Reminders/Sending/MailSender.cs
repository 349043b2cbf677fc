using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>
/// Sends the mails of the outbox. A mail is leased, handed over, and marked. If the process dies in between, the lease
/// lapses, and the outcome is unknown until the mail service's events report it.
/// </summary>
public sealed partial class MailSender(
    OutboxTable outbox,
    PeriodStatusReader statuses,
    PeriodMails mails,
    MailComposer composer,
    SubmissionReceiptReader receipts,
    MailWriter writer,
    FormLinkHandler links,
    IMailTransport transport,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options,
    ILogger<MailSender> logger
)
{
    /// <summary>The actor in the audit for the links of mails.</summary>
    public const string Name = "reminders";

    /// <summary>How long a mail may be on its way to the mail service.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    // A mail that is older was cancelled long ago, or its period is over.
    private const int OldestDays = 60;

    private const int AtOnce = 4;

    /// <returns>How many mails were handed over.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!transport.IsReady)
        {
            Log.NotReady(logger);
            return 0;
        }

        var read = new ConcurrentDictionary<(PlanId, Period, long), Lazy<Task<Result<PeriodStatus>>>>();
        var sent = 0;
        var from = calendar.DayOf(clock.GetUtcNow()).AddDays(-OldestDays);
        var open = await outbox.OpenAsync(from, cancellationToken).ToListAsync(cancellationToken);
        var refused = false;
        await IsolatedBatch.ForEachAsync(
            open.ToAsyncEnumerable(),
            AtOnce,
            async (mail, token) =>
            {
                var outcome = refused ? null : await HandleAsync(mail, StatusOf(mail.Mail), token);
                Interlocked.Add(ref sent, outcome is { Kind: SendOutcomeKind.Accepted } ? 1 : 0);
                if (outcome is { Kind: SendOutcomeKind.NotAllowed })
                {
                    // The key is wrong, not the mail: no other one would get through.
                    refused = true;
                    Log.Refused(logger, outcome.Reason);
                }
            },
            (mail, error) => Log.NotSent(logger, error, mail.Mail.Address),
            cancellationToken
        );
        Log.Sent(logger, sent, open.Count);
        return sent;

        // Read again each minute: a run may take long, and a unit that has sent everything meanwhile must get no
        // reminder.
        Task<Result<PeriodStatus>> StatusOf(Mail mail) =>
            read.GetOrAdd(
                (mail.Plan, mail.Period, clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute),
                _ => new Lazy<Task<Result<PeriodStatus>>>(() =>
                    statuses.ReadAsync(mail.Plan, mail.Period, withFindings: true, cancellationToken)
                )
            ).Value;
    }

    /// <returns>What came of handing it over; null if it was not.</returns>
    private async Task<SendOutcome?> HandleAsync(
        StoredMail stored,
        Task<Result<PeriodStatus>> reading,
        CancellationToken cancellationToken
    )
    {
        if (!(await reading).Succeeded(out var status, out _))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var mail = stored.Mail;
        switch (MailRules.Next(mail, status, calendar, options.Value.Hours, now))
        {
            case MailAction.MarkUnknown:
                var unknown = mail with
                {
                    State = MailState.Unknown,
                    StateAt = now,
                    Until = now.AddHours(options.Value.UnknownHours),
                    Reason = "claim-lapsed",
                };
                await outbox.TryReplaceAsync(stored, unknown, cancellationToken);
                return null;
            case MailAction.TryAgain:
                var again = mail with { State = MailState.Pending, StateAt = now, Until = now };
                return await outbox.TryReplaceAsync(stored, again, cancellationToken) is { } pending
                    ? await HandleAsync(pending, reading, cancellationToken)
                    : null;
            case MailAction.Cancel:
                var cancelled = mail with { State = MailState.Cancelled, StateAt = now, Reason = "not-owed" };
                await outbox.TryReplaceAsync(stored, cancelled, cancellationToken);
                return null;
            case MailAction.Send:
                return await SendAsync(stored, status, cancellationToken);
            default:
                return null;
        }
    }

    private async Task<SendOutcome?> SendAsync(
        StoredMail stored,
        PeriodStatus status,
        CancellationToken cancellationToken
    )
    {
        OutgoingMail outgoing;
        try
        {
            // Written before it is leased: a failure here leaves the mail as it was.
            outgoing = await ComposeAsync(stored.Mail, status, cancellationToken);
        }
        // One mail that cannot be written must not keep the others from going out.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotWritten(logger, error, stored.Mail.Address);
            return null;
        }

        var now = clock.GetUtcNow();
        var lease = stored.Mail with
        {
            State = MailState.Claimed,
            StateAt = now,
            Until = now + LeaseTime,
            Tries = stored.Mail.Tries + 1,
        };
        if (await outbox.TryReplaceAsync(stored, lease, cancellationToken) is not { } leased)
        {
            return null;
        }

        var outcome = await transport.SendAsync(outgoing, cancellationToken);
        await MarkAsync(leased, outcome, cancellationToken);
        return outcome;
    }

    /// <summary>An event may have come before the answer: the state that it set counts more.</summary>
    private async Task MarkAsync(StoredMail leased, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var stored = leased;
        while (stored.Mail.IsOpen)
        {
            var marked = MailRules.After(stored.Mail, outcome, options.Value.UnknownHours, clock.GetUtcNow());
            if (
                await outbox.TryReplaceAsync(stored, marked, cancellationToken) is not null
                || await outbox.FindAsync(stored.Mail.Bucket, stored.Mail.Id, cancellationToken) is not { } current
                || (outcome.Kind != SendOutcomeKind.Accepted && current.Mail.State != MailState.Claimed)
            )
            {
                return;
            }

            stored = current;
        }
    }

    private async Task<OutgoingMail> ComposeAsync(Mail mail, PeriodStatus status, CancellationToken cancellationToken)
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Sent} of {Open} open mails were handed over.")]
        public static partial void Sent(ILogger logger, int sent, int open);

        [LoggerMessage(2, LogLevel.Error, "The mail {Mail} could not be sent.")]
        public static partial void NotSent(ILogger logger, Exception error, string mail);

        [LoggerMessage(3, LogLevel.Error, "SendGrid takes no mail of this app: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(5, LogLevel.Error, "The mail {Mail} could not be written.")]
        public static partial void NotWritten(ILogger logger, Exception error, string mail);

        [LoggerMessage(4, LogLevel.Warning, "Mails wait: neither Mail:ApiKey nor Mail:Folder is set.")]
        public static partial void NotReady(ILogger logger);
    }
}
