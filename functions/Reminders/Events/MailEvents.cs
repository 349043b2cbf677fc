using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Events;

/// <summary>Takes SendGrid's events of mails.</summary>
public sealed partial class MailEvents(
    OutboxTable outbox,
    ProcessedEventsTable processed,
    TimeProvider clock,
    IOptions<MailOptions> options,
    ILogger<MailEvents> logger
)
{
    /// <summary>The largest batch processed, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxAttempts = 10;

    // SendGrid's JSON has many more members than are read here.
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    /// <returns>How many mails changed; an error if SendGrid has not signed the batch, or it was taken before.</returns>
    public async Task<Result<int>> TakeAsync(
        byte[] body,
        string? signature,
        string? timestamp,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (!EventSignature.IsValid(options.Value.WebhookKey, signature, timestamp, body, now))
        {
            return new Error("mail-events-unsigned", StatusCodes.Status400BadRequest);
        }

        if (await processed.HasAsync(timestamp!, body, cancellationToken))
        {
            return Error.Conflict("mail-events-repeated");
        }

        MailEvent[] events;
        try
        {
            events = JsonSerializer.Deserialize<MailEvent[]>(body, Lenient) ?? [];
        }
        catch (JsonException)
        {
            return new Error("invalid-json", StatusCodes.Status400BadRequest, null, "1");
        }

        var changed = 0;
        foreach (var mail in events.GroupBy(told => told.Mail ?? "", StringComparer.Ordinal))
        {
            changed += await ApplyAsync(mail.Key, [.. mail], cancellationToken) ? 1 : 0;
        }

        // Last, so that a batch that failed half-way is taken when it comes again. Two instances that get a batch at
        // the same time both take it, with the same result.
        await processed.AddAsync(timestamp!, body, cancellationToken);
        Log.Taken(logger, events.Length, changed);
        return changed;
    }

    /// <summary>
    /// Forgets batches that would now be rejected for their age; at twice that age, since clocks differ.
    /// </summary>
    public Task ForgetAsync(CancellationToken cancellationToken) =>
        processed.ForgetAsync(clock.GetUtcNow() - (2 * EventSignature.Tolerance), cancellationToken);

    private async Task<bool> ApplyAsync(
        string address,
        IReadOnlyList<MailEvent> events,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; tries <= MaxAttempts; tries++)
        {
            if (
                address.Split('.') is not [{ Length: 8 } bucket, var name]
                || !bucket.All(char.IsAsciiDigit)
                || !MailId.TryParse(name, null, out var id)
                || await outbox.FindAsync(bucket, id, cancellationToken) is not { } stored
            )
            {
                // A mail of another program with the same account, or a test.
                return false;
            }

            var mail = events.Aggregate(stored.Mail, MailEventRules.Apply);
            if (mail == stored.Mail)
            {
                return false;
            }

            if (await outbox.TryReplaceAsync(stored, mail, cancellationToken) is not null)
            {
                Traces.Note("mail event", mail.TraceParent, (SpanTags.MailState, mail.State.ToString()));
                return true;
            }
        }

        // Nothing is lost: SendGrid sends again what was not processed.
        throw new InvalidOperationException($"The mail {address} was changed {MaxAttempts} times meanwhile.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Events} events were processed, {Mails} mails changed.")]
        public static partial void Taken(ILogger logger, int events, int mails);
    }
}
