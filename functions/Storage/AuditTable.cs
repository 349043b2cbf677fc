using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Avance.Functions.Storage;

/// <summary>The table <c>audit</c>: partition plan id; rows are only added; the newest comes first.</summary>
public sealed class AuditTable(TableServiceClient service)
{
    public const string Name = "audit";

    private readonly LazyTable table = new(service, Name);

    /// <summary>Adds an entry, unless it is there already.</summary>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        table.TryAddAsync(ToRow(entry), cancellationToken);

    /// <summary>The entries of a plan, the newest first.</summary>
    public async IAsyncEnumerable<AuditEntry> ListAsync(
        PlanId plan,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {plan.ToString()}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToEntry(row);
        }
    }

    /// <summary><c>2516…|id</c>: ticks until the end of time in 19 digits, so that the newest row sorts first.</summary>
    private static string RowKey(AuditEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}|{entry.Id}"
        );

    private static TableEntity ToRow(AuditEntry entry) =>
        new(entry.Plan.ToString(), RowKey(entry))
        {
            ["At"] = entry.At,
            ["By"] = entry.By,
            ["Action"] = entry.Action,
            ["Subject"] = entry.Subject,
            ["Reason"] = entry.Reason,
            ["LegalDocument"] = entry.LegalDocument,
            ["Details"] = entry.Details,
        };

    private static AuditEntry ToEntry(TableEntity row) =>
        new(
            PlanId.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            row.RowKey[20..],
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("By")!,
            row.GetString("Action")!,
            row.GetString("Subject")!,
            row.GetString("Reason")!,
            row.GetString("LegalDocument")!,
            row.GetString("Details")!
        );
}
