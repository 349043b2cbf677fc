using System.Globalization;
using System.Runtime.CompilerServices;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Evidence;

/// <summary>The table <c>evidence</c>: partition plan id, one row a file.</summary>
public sealed class EvidenceTable(TableServiceClient service)
{
    public const string Name = "evidence";

    // '}' comes after '|': prefix + '|' <= key < prefix + '}'.
    private const char AfterSeparator = '}';

    private readonly LazyTable table = new(service, Name);

    /// <returns>False if the file was there already: what is there stays.</returns>
    public async Task<bool> TryAddAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            await client.AddEntityAsync(ToRow(file), cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status409Conflict)
        {
            return false;
        }
    }

    /// <summary>Says how far the reading has come. The file is what it was, so the last to say so is right.</summary>
    public async Task SetStateAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceState state,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var row = new TableEntity(address.Plan.ToString(), RowKey(address, id)) { ["State"] = state.ToString() };
        await client.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    public async Task<StoredEvidence?> FindAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<TableEntity>(
            address.Plan.ToString(),
            RowKey(address, id),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? ToFile(row.Value!) : null;
    }

    /// <summary>The files of an activity in a period, by id.</summary>
    public async IAsyncEnumerable<StoredEvidence> ListAsync(
        ProgressAddress address,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var prefix = $"{address.Period}|{address.Activity.Key}";
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {address.Plan.ToString()} and RowKey ge {prefix + "|"} and RowKey lt {prefix + AfterSeparator}"
        );
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToFile(row);
        }
    }

    // 2023-II|034|ID: the files of an activity in a period lie together.
    private static string RowKey(ProgressAddress address, EvidenceId id) =>
        $"{address.Period}|{address.Activity.Key}|{id}";

    private static TableEntity ToRow(StoredEvidence file) =>
        new(file.Address.Plan.ToString(), RowKey(file.Address, file.Id))
        {
            ["Name"] = file.Name,
            ["Size"] = file.Size,
            ["Sha256"] = file.Sha256,
            ["By"] = file.By,
            ["At"] = file.At,
            ["State"] = file.State.ToString(),
        };

    private static StoredEvidence ToFile(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var invariant = CultureInfo.InvariantCulture;
        return new StoredEvidence(
            new ProgressAddress(
                PlanId.Parse(row.PartitionKey, invariant),
                Period.Parse(parts[0], invariant),
                ActivityNumber.Parse(parts[1], invariant)
            ),
            EvidenceId.Parse(parts[2], invariant),
            row.GetString("Name")!,
            row.GetInt64("Size")!.Value,
            row.GetString("Sha256")!,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value,
            Enum.Parse<EvidenceState>(row.GetString("State")!)
        );
    }
}
