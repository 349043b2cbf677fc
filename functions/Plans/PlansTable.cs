using System.Globalization;
using System.Runtime.CompilerServices;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>The table <c>plans</c>: partition plan id, rows as in <see cref="PlanKeys"/>.</summary>
public sealed partial class PlansTable(TableServiceClient service)
{
    public const string Name = "plans";

    /// <summary>How often a read is repeated when a write comes in between.</summary>
    private const int MaxReads = 5;

    private readonly LazyTable table = new(service, Name);

    /// <summary>The ETag of a plan's present state, in one point read; null if there is no such plan.</summary>
    public async Task<string?> FindETagAsync(PlanId id, CancellationToken cancellationToken) =>
        (await table.FindAsync(id.ToString(), PlanKeys.Plan, cancellationToken, [PlanRows.Revision]))?.ETag.ToString();

    /// <summary>The plan, in one point read unless it is too large for a row; null if there is none.</summary>
    public async Task<StoredPlan?> FindAsync(PlanId id, CancellationToken cancellationToken)
    {
        for (var reads = 0; reads < MaxReads; reads++)
        {
            if (await table.FindAsync(id.ToString(), PlanKeys.Plan, cancellationToken) is not { } first)
            {
                return null;
            }

            var keys = PlanRows.OverflowKeys(first);
            var overflow = await Task.WhenAll(
                keys.Select(key => table.FindAsync(id.ToString(), key, cancellationToken))
            );
            var revision = first.GetInt32(PlanRows.Revision)!.Value;

            // A change between two reads would otherwise mix two states.
            if (Array.TrueForAll(overflow, row => row?.GetInt32(PlanRows.Revision) == revision))
            {
                return new StoredPlan(
                    PlanSerializer.Read([first, .. overflow.OfType<TableEntity>()]),
                    revision,
                    first.ETag.ToString(),
                    PlanRows.ToLastChange(first)
                )
                {
                    OverflowKeys = keys,
                    HasLegacyRows = PlanRows.HasLegacyRows(first),
                };
            }
        }

        throw new InvalidOperationException($"The plan {id} changed at each of {MaxReads} reads.");
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
            .ListByPrefixAsync(id.ToString(), PlanKeys.AmendmentRows, cancellationToken)
            .Select(ToReceipt)
            .ToListAsync(cancellationToken);
        return [.. receipts.OrderBy(receipt => receipt.Revision)];
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
