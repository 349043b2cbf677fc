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
    /// Writes the rows of an import in which the plan differs from what was read. Up to 99 go in one transaction. More
    /// take several: the first one marks the plan as being imported, the last one takes the mark away, and importing
    /// again heals a plan that was left in between.
    /// </summary>
    /// <param name="before">What was read; null for a new plan.</param>
    /// <param name="after">The plan as it is to be.</param>
    /// <param name="change">What the audit will say.</param>
    /// <param name="digest">Of the draft: marks the plan while the import is under way.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>How many rows were written; null if somebody else changed the plan meanwhile.</returns>
    public async Task<int?> ImportAsync(
        StoredPlan? before,
        Plan after,
        AuditEntry change,
        string digest,
        CancellationToken cancellationToken
    )
    {
        var pending = PlanDifference.Between(before?.Plan, after);
        if (pending.Count == 0 && before is { IsImporting: false } && before.Plan.Header == after.Header)
        {
            return 0;
        }

        var client = await table.GetAsync(cancellationToken);
        var transactions = pending.Chunk(RowsPerTransaction).DefaultIfEmpty([]).ToList();
        var revision = before?.Revision ?? 0;
        var etag = before?.ETag;
        for (var index = 0; index < transactions.Count; index++)
        {
            var isLast = index == transactions.Count - 1;
            var plan = PlanRows.From(
                after.Id,
                after.Header,
                isLast ? revision + 1 : revision,
                isLast ? "" : digest,
                change
            );
            etag = await WriteAsync(client, plan, etag, transactions[index], cancellationToken);
            if (etag is null)
            {
                return null;
            }
        }

        return pending.Count + transactions.Count;
    }

    /// <summary>Writes an amendment with all that it changes, in one transaction.</summary>
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
        var plan = PlanRows.From(after.Id, after.Header, receipt.Revision, "", change);
        var actions = PlanDifference.Between(before.Plan, after);
        actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        return await WriteAsync(client, plan, before.ETag, actions, cancellationToken) is null ? null : receipt;
    }

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
