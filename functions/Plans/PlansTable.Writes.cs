using Avance.Functions.Plans.Amendments;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

public sealed partial class PlansTable
{
    private const int DeletionsAtOnce = 8;

    /// <summary>Writes what an import made of a plan, in one transaction.</summary>
    /// <param name="before">What was read; null for a new plan.</param>
    /// <param name="after">The plan as it is to be.</param>
    /// <param name="change">What the audit will say.</param>
    /// <returns>
    /// How many rows were written, 0 if there was nothing to change; null if the plan was changed meanwhile.
    /// </returns>
    public async Task<int?> ImportAsync(
        StoredPlan? before,
        Plan after,
        AuditEntry change,
        CancellationToken cancellationToken
    )
    {
        if (before?.Plan == after)
        {
            await EnsureSettledAsync(await table.GetAsync(cancellationToken), before, cancellationToken);
            return 0;
        }

        return await ReplaceAsync(before, after, change, [], cancellationToken);
    }

    /// <summary>Writes an amendment with the plan as it makes it, in one transaction.</summary>
    /// <param name="before">What was read.</param>
    /// <returns>The receipt; null if the plan was changed meanwhile.</returns>
    public async Task<AmendmentReceipt?> AmendAsync(
        StoredPlan before,
        Plan after,
        Amendment amendment,
        AuditEntry change,
        CancellationToken cancellationToken
    )
    {
        var receipt = new AmendmentReceipt(after.Id, before.Revision + 1, change.At, change.By, amendment);
        var row = new TableEntity(after.Id.ToString(), PlanKeys.Amendment(amendment.Id))
        {
            ["Revision"] = receipt.Revision,
            ["At"] = receipt.At,
            ["By"] = receipt.By,
            ["Amendment"] = PlanRows.ToJson(amendment),
        };
        var added = new TableTransactionAction(TableTransactionActionType.Add, row);
        return await ReplaceAsync(before, after, change, [added], cancellationToken) is null ? null : receipt;
    }

    /// <summary>Writes a plan with what belongs to its change, if it is still as it was read.</summary>
    /// <returns>How many rows the plan takes; null if it changed meanwhile.</returns>
    private async Task<int?> ReplaceAsync(
        StoredPlan? before,
        Plan after,
        AuditEntry change,
        IEnumerable<TableTransactionAction> added,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var revision = (before?.Revision ?? 0) + 1;
        var rows = PlanRows.From(after, revision, change);
        var mark = await MarkAsync(client, after.Id, cancellationToken);
        if (before is { HasLegacyRows: true })
        {
            // Before the plan is written: until then its row says that they exist, so the next change after a crash
            // deletes them.
            await DeleteLegacyRowsAsync(client, after.Id, cancellationToken);
        }

        var guard = before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, rows[0])
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], new ETag(before.ETag));
        var overflow = rows.Skip(1)
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        var gone = (before?.OverflowKeys ?? [])
            .Except(rows.Select(row => row.RowKey), StringComparer.Ordinal)
            .Select(key => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(after.Id.ToString(), key)
            ));
        try
        {
            await client.SubmitTransactionAsync([guard, .. overflow, .. gone, .. added], cancellationToken);
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return null;
        }

        await SettleAsync(client, after, revision, mark, cancellationToken);
        return rows.Count;
    }

    private async Task DeleteLegacyRowsAsync(TableClient client, PlanId plan, CancellationToken cancellationToken)
    {
        foreach (var kind in PlanKeys.LegacyRows)
        {
            await Parallel.ForEachAsync(
                table.ListByPrefixAsync(plan.ToString(), kind, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = DeletionsAtOnce, CancellationToken = cancellationToken },
                async (row, token) => await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, token)
            );
        }
    }
}
