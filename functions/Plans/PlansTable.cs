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
        (await table.FindAsync(id.ToString(), PlanKeys.Plan, cancellationToken, [PlanRows.Revision]))?.ETag.ToString();

    /// <summary>The plan, in one point read; null if there is none.</summary>
    public async Task<StoredPlan?> FindAsync(PlanId id, CancellationToken cancellationToken)
    {
        var header = await table.FindAsync(id.ToString(), PlanKeys.Plan, cancellationToken);
        if (header is null)
        {
            return null;
        }

        return new StoredPlan(
            PlanPack.Read(header)
                ?? PlanAssembly.Assemble(id, PlanRows.ToHeader(header), await RowsAsync(id, cancellationToken)),
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
        var row = await table.FindAsync(id.ToString(), PlanKeys.Plan, cancellationToken, PlanRows.SummaryColumns);
        return row is not null ? PlanRows.ToSummary(id, row) : null;
    }

    public async Task<AmendmentReceipt?> FindAmendmentAsync(PlanId plan, Guid id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), PlanKeys.Amendment(id), cancellationToken);
        return row is not null ? ToReceipt(row) : null;
    }

    /// <summary>The amendments of a plan, the first one first.</summary>
    public async Task<IReadOnlyList<AmendmentReceipt>> AmendmentsAsync(PlanId id, CancellationToken cancellationToken)
    {
        var receipts = await table
            .BelowAsync(id.ToString(), PlanKeys.AmendmentRows, cancellationToken)
            .Select(ToReceipt)
            .ToListAsync(cancellationToken);
        return [.. receipts.OrderBy(receipt => receipt.Revision)];
    }

    private async Task<List<TableEntity>> RowsAsync(PlanId id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
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
