using System.Globalization;
using System.Runtime.CompilerServices;
using Avance.Functions.Plans.Amendments;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>The table <c>plans</c>: partition plan id, rows as in <see cref="PlanKeys"/>.</summary>
public sealed partial class PlansTable(TableServiceClient service)
{
    public const string Name = "plans";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The ETag of a plan's present state, in one point read; null if there is no such plan.</summary>
    public async Task<string?> FindETagAsync(PlanId id, CancellationToken cancellationToken) =>
        await FindETagAsync(await table.GetAsync(cancellationToken), id, cancellationToken);

    /// <summary>The plan, in one point read; null if there is none.</summary>
    public async Task<StoredPlan?> FindAsync(PlanId id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(),
            PlanKeys.Plan,
            cancellationToken: cancellationToken
        );
        if (!row.HasValue)
        {
            return null;
        }

        var header = row.Value!;
        return new StoredPlan(
            PlanPack.Read(header)
                ?? PlanAssembly.Assemble(id, PlanRows.ToHeader(header), await RowsAsync(client, id, cancellationToken)),
            header.GetInt32(PlanRows.Revision)!.Value,
            header.ETag.ToString(),
            header.GetBoolean(PlanRows.RowsBehind) ?? false,
            PlanRows.ToLastChange(header)
        );
    }

    public async IAsyncEnumerable<PlanId> ListIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var plan in ListAsync(cancellationToken))
        {
            yield return plan.Id;
        }
    }

    public async Task<PlanSummary?> FindSummaryAsync(PlanId id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(),
            PlanKeys.Plan,
            PlanRows.SummaryColumns,
            cancellationToken
        );
        return row.HasValue ? PlanRows.ToSummary(id, row.Value!) : null;
    }

    public async Task<AmendmentReceipt?> FindAmendmentAsync(PlanId plan, Guid id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<TableEntity>(
            plan.ToString(),
            PlanKeys.Amendment(id),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? ToReceipt(row.Value!) : null;
    }

    /// <summary>The amendments of a plan, the first one first.</summary>
    public async Task<IReadOnlyList<AmendmentReceipt>> AmendmentsAsync(PlanId id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = PlanKeys.Amendments;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey ge {from} and RowKey lt {to}"
        );
        var receipts = new List<AmendmentReceipt>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            receipts.Add(ToReceipt(row));
        }

        return [.. receipts.OrderBy(receipt => receipt.Revision)];
    }

    private static async Task<string?> FindETagAsync(TableClient client, PlanId id, CancellationToken cancellationToken)
    {
        var row = await client.GetEntityIfExistsAsync<TableEntity>(
            id.ToString(),
            PlanKeys.Plan,
            [PlanRows.Revision],
            cancellationToken
        );
        return row.HasValue ? row.Value!.ETag.ToString() : null;
    }

    private static async Task<List<TableEntity>> RowsAsync(
        TableClient client,
        PlanId id,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = PlanKeys.Amendments;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and (RowKey lt {from} or RowKey ge {to})"
        );
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static AmendmentReceipt ToReceipt(TableEntity row) =>
        new(
            PlanId.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            row.GetInt32("Revision")!.Value,
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("By")!,
            PlanRows.FromJson<Amendment>(row.GetString("Amendment")!)
        );
}
