using System.Collections.Concurrent;
using System.Globalization;
using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>
/// Sends the mails of the outbox. A mail is leased, handed over, and marked. If the process dies in between, the lease
/// lapses, and the outcome is unknown until the mail service's events report it.
/// </summary>
public sealed partial class MailSender(
    OutboxTable outbox,
    MailSubjects subjects,
    IMailTransport transport,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options,
    ILogger<MailSender> logger
)
{
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

        var read = new ConcurrentDictionary<string, Lazy<Task<IMailSubject?>>>(StringComparer.Ordinal);
        var sent = 0;
        var from = calendar.DayOf(clock.GetUtcNow()).AddDays(-OldestDays);
        var open = await outbox.OpenAsync(from, cancellationToken).ToListAsync(cancellationToken);
        var refused = false;
        await IsolatedBatch.ForEachAsync(
            open.ToAsyncEnumerable(),
            AtOnce,
            async (mail, token) =>
            {
                var outcome = refused ? null : await HandleAsync(mail, SubjectOf(mail.Mail), token);
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
        Task<IMailSubject?> SubjectOf(Mail mail) =>
            read.GetOrAdd(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MailSubjects.KeyOf(mail)} {clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute}"
                ),
                _ => new Lazy<Task<IMailSubject?>>(() => subjects.ReadAsync(mail, cancellationToken))
            ).Value;
    }

    /// <returns>What came of handing it over; null if it was not.</returns>
    private async Task<SendOutcome?> HandleAsync(
        StoredMail stored,
        Task<IMailSubject?> reading,
        CancellationToken cancellationToken
    )
    {
        if (await reading is not { } subject)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var mail = stored.Mail;
        switch (subject.Next(mail, now))
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
                return await Traces.ContinueAsync(
                    "send mail",
                    mail.TraceParent,
                    span =>
                    {
                        span?.SetTag(SpanTags.Plan, mail.Plan.ToString())
                            .SetTag(SpanTags.MailStage, mail.Reminder.Stage.ToString());
                        return SendAsync(stored, subject, cancellationToken);
                    }
                );
            default:
                return null;
        }
    }

    private async Task<SendOutcome?> SendAsync(
        StoredMail stored,
        IMailSubject subject,
        CancellationToken cancellationToken
    )
    {
        OutgoingMail outgoing;
        try
        {
            // Written before it is leased: a failure here leaves the mail as it was.
            outgoing = await subject.ComposeAsync(stored.Mail, cancellationToken);
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
            Traces.Tag(SpanTags.MailState, marked.State.ToString());
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
