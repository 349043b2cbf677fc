using System.Globalization;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Evidence;

/// <summary>
/// The table <c>evidence</c>: partition plan id, one row a file, with the summary of its facts that a form shows.
/// </summary>
public sealed class EvidenceTable(TableServiceClient service)
{
    public const string Name = "evidence";

    private readonly LazyTable table = new(service, Name);

    /// <returns>False if the file has a row already, which stays.</returns>
    public Task<bool> TryAddAsync(StoredEvidence file, CancellationToken cancellationToken) =>
        table.TryAddAsync(ToRow(file), cancellationToken);

    /// <summary>Sets the state, if the row has not changed since it was loaded.</summary>
    /// <returns>The file with its new state; null if the row has changed.</returns>
    public async Task<StoredEvidence?> TrySetStateAsync(
        StoredEvidence file,
        EvidenceState state,
        string readWith,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var changed = file with { State = state, ReadWith = readWith };
        try
        {
            var response = await client.UpdateEntityAsync(
                ToRow(changed),
                file.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return changed with { ETag = response.Headers.ETag!.Value };
        }
        catch (RequestFailedException error) when (error.Status is StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }

    public async Task<StoredEvidence?> FindAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        var row = await table.FindAsync(address.Plan.ToString(), RowKey(address, id), cancellationToken);
        return row is not null ? ToFile(row) : null;
    }

    /// <summary>The files of an activity in a period, by id, with withdrawn ones.</summary>
    public IAsyncEnumerable<StoredEvidence> ListAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        table
            .ListByPrefixAsync(address.Plan.ToString(), $"{address.Period}|{address.Activity.Key}", cancellationToken)
            .Select(ToFile);

    /// <summary>The files of a period, by activity and id, with withdrawn ones.</summary>
    public IAsyncEnumerable<StoredEvidence> ListAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    ) => table.ListByPrefixAsync(plan.ToString(), period.ToString(), cancellationToken).Select(ToFile);

    // 2023-II|034|ID: the files of an activity in a period lie together.
    private static string RowKey(ProgressAddress address, EvidenceId id) =>
        $"{address.Period}|{address.Activity.Key}|{id}";

    internal static TableEntity ToRow(StoredEvidence file)
    {
        var row = new TableEntity(file.Address.Plan.ToString(), RowKey(file.Address, file.Id))
        {
            ["Name"] = file.Name,
            ["Size"] = file.Size,
            ["Sha256"] = file.Sha256,
            ["By"] = file.By,
            ["At"] = file.At,
            ["State"] = file.State.ToString(),
            ["ReadWith"] = file.ReadWith,
            ["ReadingSince"] = file.ReadingSince,
            ["WithdrawnAt"] = file.WithdrawnAt,
            ["TraceParent"] = file.TraceParent,
        };
        file.Summary?.Write(row);
        return row;
    }

    private static StoredEvidence ToFile(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var invariant = CultureInfo.InvariantCulture;
        return new StoredEvidence(
            ProgressAddress.Parse(row.PartitionKey, parts[0], parts[1]),
            EvidenceId.Parse(parts[2], invariant),
            row.GetString("Name")!,
            row.GetInt64("Size")!.Value,
            row.GetString("Sha256")!,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value,
            Enum.Parse<EvidenceState>(row.GetString("State")!)
        )
        {
            ReadWith = row.GetString("ReadWith")!,
            ReadingSince = row.GetDateTimeOffset("ReadingSince"),
            WithdrawnAt = row.GetDateTimeOffset("WithdrawnAt"),
            TraceParent = row.GetString("TraceParent"),
            Summary = CompressedSummary.Read(row),
            ETag = row.ETag,
        };
    }
}
