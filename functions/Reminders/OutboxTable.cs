using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders;

/// <summary>
/// The table <c>outbox</c>: partition the day on which a mail was planned (<c>20240115</c>), row the mail's id. Each
/// replace carries the ETag: of two senders one gets the mail.
/// </summary>
public sealed class OutboxTable(TableServiceClient service)
{
    public const string Name = "outbox";

    private const string ContentColumn = "Content";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The partition of what is planned on a day.</summary>
    public static string BucketOf(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <returns>False if the mail was there already: what is there stays.</returns>
    public async Task<bool> TryAddAsync(Mail mail, CancellationToken cancellationToken)
    {
        var added = await table.TryAddAsync(ToRow(mail with { TraceParent = Traces.Current }), cancellationToken);
        if (added)
        {
            Count(mail);
        }

        return added;
    }

    public async Task<StoredMail?> FindAsync(string bucket, MailId id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(bucket, id.ToString(), cancellationToken);
        return row is not null ? ToMail(row) : null;
    }

    /// <summary>Replaces a mail if it is still as it was read.</summary>
    /// <returns>The mail as it is then; null if it was changed since.</returns>
    public async Task<StoredMail?> TryReplaceAsync(StoredMail read, Mail mail, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            var response = await client.UpdateEntityAsync(
                ToRow(mail),
                read.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            if (mail.State != read.Mail.State)
            {
                Count(mail);
            }

            return new StoredMail(mail, response.Headers.ETag!.Value);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>The mails planned on that day or later for which something is left to do.</summary>
    public async IAsyncEnumerable<StoredMail> OpenAsync(
        DateOnly from,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {BucketOf(from)} and IsOpen eq {true}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToMail(row);
        }
    }

    private static void Count(Mail mail) => AppMetrics.CountMail(mail.State.ToString().ToLowerInvariant());

    private static TableEntity ToRow(Mail mail)
    {
        var row = new TableEntity(mail.Bucket, mail.Id.ToString())
        {
            ["Plan"] = mail.Plan.ToString(),
            ["Period"] = mail.Period.ToString(),
            ["Unit"] = mail.Reminder.Unit?.ToString() ?? "",
            ["Stage"] = mail.Reminder.Stage.ToString(),
            ["State"] = mail.State.ToString(),
            ["StateAt"] = mail.StateAt,
            ["IsOpen"] = mail.IsOpen,
        };
        // It names each version that was returned to the unit.
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(mail, StoredJson.Options));
        return row;
    }

    private static StoredMail ToMail(TableEntity row) =>
        new(JsonSerializer.Deserialize<Mail>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!, row.ETag);
}
