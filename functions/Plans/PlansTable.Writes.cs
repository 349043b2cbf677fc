using Avance.Functions.Access;
using Avance.Functions.Plans.Amendments;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

public sealed partial class PlansTable
{
    /// <summary>Rows of one transaction: the row of the plan goes with each.</summary>
    private const int RowsPerTransaction = 99;

    /// <summary>
    /// Writes the rows of an import in which the plan differs from what was read. The first transaction makes the plan
    /// what it is to be, as the row of the plan has all of it. More than 99 rows take further ones: until the last, the
    /// plan says that its rows are behind, which the next import, amendment or report completes.
    /// </summary>
    /// <param name="before">What was read; null for a new plan.</param>
    /// <param name="after">The plan as it is to be.</param>
    /// <param name="change">What the audit will say.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>How many rows were written; null if somebody else changed the plan meanwhile.</returns>
    public async Task<int?> ImportAsync(
        StoredPlan? before,
        Plan after,
        AuditEntry change,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var isSame = before?.Plan == after;
        if (isSame && !before!.RowsBehind)
        {
            await EnsureSettledAsync(client, before, cancellationToken);
            return 0;
        }

        var pending = PlanDifference.Between(await WrittenAsync(before, after, cancellationToken), after);
        var transactions = pending.Chunk(RowsPerTransaction).DefaultIfEmpty([]).ToList();
        var revision = isSame ? before!.Revision : (before?.Revision ?? 0) + 1;
        var pack = PlanPack.Pack(after);
        var mark = await MarkAsync(client, after.Id, cancellationToken);
        var etag = before?.ETag;
        for (var index = 0; index < transactions.Count; index++)
        {
            var plan = PlanRows.From(after, pack, revision, index < transactions.Count - 1, change);
            etag = await WriteAsync(client, plan, etag, transactions[index], cancellationToken);
            if (etag is null && index == 0)
            {
                return null;
            }

            if (etag is null)
            {
                // The plan was taken: whoever has changed it since completes its rows.
                return pending.Count + transactions.Count;
            }
        }

        await SettleAsync(client, after, revision, mark, cancellationToken);
        return pending.Count + transactions.Count;
    }

    /// <summary>Completes the rows of a plan that are behind.</summary>
    /// <returns>False if somebody else changed the plan meanwhile.</returns>
    public async Task<bool> CompleteAsync(StoredPlan plan, CancellationToken cancellationToken) =>
        await ImportAsync(plan, plan.Plan, plan.LastChange, cancellationToken) is not null;

    /// <summary>Writes an amendment with all that it changes, in one transaction.</summary>
    /// <param name="before">What was read, its rows not behind.</param>
    /// <returns>The receipt; null if somebody else changed the plan meanwhile.</returns>
    public async Task<AmendmentReceipt?> AmendAsync(
        StoredPlan before,
        Plan after,
        Amendment amendment,
        AuditEntry change,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var receipt = new AmendmentReceipt(after.Id, before.Revision + 1, change.At, change.By, amendment);
        var row = new TableEntity(after.Id.ToString(), PlanKeys.Amendment(amendment.Id))
        {
            ["Revision"] = receipt.Revision,
            ["At"] = receipt.At,
            ["By"] = receipt.By,
            ["Amendment"] = PlanRows.ToJson(amendment),
        };
        var plan = PlanRows.From(after, PlanPack.Pack(after), receipt.Revision, rowsBehind: false, change);
        var actions = PlanDifference.Between(before.Plan, after);
        actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        var mark = await MarkAsync(client, after.Id, cancellationToken);
        if (await WriteAsync(client, plan, before.ETag, actions, cancellationToken) is null)
        {
            return null;
        }

        await SettleAsync(client, after, receipt.Revision, mark, cancellationToken);
        return receipt;
    }

    /// <summary>The plan as its rows are: what is written is what differs from it.</summary>
    private async Task<Plan?> WrittenAsync(StoredPlan? before, Plan after, CancellationToken cancellationToken) =>
        before is { RowsBehind: true }
            ? PlanAssembly.Assemble(after.Id, after.Header, await RowsAsync(after.Id, cancellationToken))
            : before?.Plan;

    /// <summary>Writes rows with the row of the plan, if that is still as it was read.</summary>
    /// <returns>The new ETag of the plan, or null if it changed meanwhile.</returns>
    private static async Task<string?> WriteAsync(
        TableClient client,
        TableEntity plan,
        string? etag,
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellationToken
    )
    {
        var guard = etag is null
            ? new TableTransactionAction(TableTransactionActionType.Add, plan)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, plan, new ETag(etag));
        try
        {
            var response = await client.SubmitTransactionAsync([guard, .. actions], cancellationToken);
            return response.Value[0].Headers.ETag!.Value.ToString();
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
