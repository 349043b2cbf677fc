using System.Globalization;
using Azure.Data.Tables;

namespace Avance.Functions.Storage;

/// <summary>The table <c>audit</c>: partition plan id; rows are only added; the newest comes first.</summary>
public sealed class AuditTable(TableServiceClient service)
{
    public const string Name = "audit";

    /// <summary>Of a transaction.</summary>
    private const int MaxActions = 100;

    private readonly LazyTable table = new(service, Name);

    /// <summary>Adds an entry, unless it is there already.</summary>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        table.TryAddAsync(ToRow(entry), cancellationToken);

    /// <summary>Adds entries of one plan, but for those that are there already.</summary>
    public async Task AddAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        foreach (var some in entries.DistinctBy(RowKey, StringComparer.Ordinal).Chunk(MaxActions))
        {
            try
            {
                await client.SubmitTransactionAsync(
                    some.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, ToRow(entry))),
                    cancellationToken
                );
            }
            catch (TableTransactionFailedException error) when (error.Status == StatusCodes.Status409Conflict)
            {
                foreach (var entry in some)
                {
                    await AddAsync(entry, cancellationToken);
                }
            }
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
}
