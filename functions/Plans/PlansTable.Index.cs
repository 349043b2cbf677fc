using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>
/// The index: one partition with a row for each plan, so that listing plans does not read the plans themselves. No
/// transaction spans two partitions: a change marks the index row first, writes the plan, and unmarks the row last
/// unless another change has marked it since. For a marked row the list reads the plan's own row.
/// </summary>
public sealed partial class PlansTable
{
    /// <summary>The column of the mark.</summary>
    internal const string Changing = "Changing";

    /// <summary>All plans: one row each, and the plan's own row where a change is under way or was interrupted.</summary>
    public async IAsyncEnumerable<PlanSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PlanKeys.Index}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var id = PlanId.Parse(row.RowKey, CultureInfo.InvariantCulture);
            var summary = IsSettled(row) ? PlanRows.ToSummary(id, row) : await FindSummaryAsync(id, cancellationToken);
            if (summary is not null)
            {
                yield return summary;
            }
        }
    }

    internal static TableEntity IndexRow(Plan plan, int revision) =>
        new(PlanKeys.Index, plan.Id.ToString())
        {
            ["Name"] = plan.Header.Name,
            ["Body"] = plan.Header.Body,
            ["WorkingGroup"] = plan.Header.WorkingGroup,
            ["FirstYear"] = plan.Header.FirstYear,
            ["LastYear"] = plan.Header.LastYear,
            [PlanRows.Revision] = revision,
            [Changing] = false,
        };

    private static bool IsSettled(TableEntity row) => row.GetBoolean(Changing) is false;

    private static async Task<ETag> MarkAsync(TableClient client, PlanId plan, CancellationToken cancellationToken)
    {
        var mark = new TableEntity(PlanKeys.Index, plan.ToString()) { [Changing] = true };
        var response = await client.UpsertEntityAsync(mark, TableUpdateMode.Merge, cancellationToken);
        return response.Headers.ETag!.Value;
    }

    private static async Task SettleAsync(
        TableClient client,
        Plan plan,
        int revision,
        ETag mark,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await client.UpdateEntityAsync(IndexRow(plan, revision), mark, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            // Another change has marked the row since, or has taken this one's mark for one left by a crash.
            await MarkAsync(client, plan.Id, cancellationToken);
        }
    }

    /// <summary>
    /// Unmarks the index row if an interrupted change left it marked and the plan has not changed since it was read.
    /// </summary>
    private async Task EnsureSettledAsync(TableClient client, StoredPlan plan, CancellationToken cancellationToken)
    {
        var id = plan.Plan.Id;
        var row = await table.FindAsync(
            PlanKeys.Index,
            id.ToString(),
            cancellationToken,
            [Changing, PlanRows.Revision]
        );
        if (row is not null && IsSettled(row) && row.GetInt32(PlanRows.Revision) == plan.Revision)
        {
            return;
        }

        var mark = await MarkAsync(client, id, cancellationToken);
        if (await FindETagAsync(id, cancellationToken) == plan.ETag)
        {
            await SettleAsync(client, plan.Plan, plan.Revision, mark, cancellationToken);
        }
    }
}
