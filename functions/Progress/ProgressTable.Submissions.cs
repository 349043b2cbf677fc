using Azure.Data.Tables;

namespace Avance.Functions.Progress;

public sealed partial class ProgressTable
{
    /// <summary>What was last sent of each activity in a period; activities of which nothing was sent are left out.</summary>
    public Task<IReadOnlyDictionary<ActivityNumber, LastSubmission>> LastSubmissionsAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    ) => LastSubmissionsAsync(plan, ProgressKeys.RangeOf(period), cancellationToken);

    /// <summary>What was last sent of an activity in a period; null if nothing was.</summary>
    public async Task<LastSubmission?> FindLastSubmissionAsync(
        ProgressAddress address,
        CancellationToken cancellationToken
    )
    {
        var range = ProgressKeys.RangeOf(address.Period, address.Activity);
        return (await LastSubmissionsAsync(address.Plan, range, cancellationToken)).GetValueOrDefault(address.Activity);
    }

    /// <summary>The versions are read, not the latest rows: a draft saved after a return overwrites those.</summary>
    private async Task<IReadOnlyDictionary<ActivityNumber, LastSubmission>> LastSubmissionsAsync(
        PlanId plan,
        (string From, string To) range,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and RowKey ge {range.From} and RowKey lt {range.To} and Kind eq {ProgressRows.VersionKind} and (State eq {nameof(ProgressState.Submitted)} or State eq {nameof(ProgressState.Resubmitted)})"
        );
        var rows = client.QueryAsync<TableEntity>(
            filter,
            select: ProgressRows.SubmissionColumns,
            cancellationToken: cancellationToken
        );
        var last = new Dictionary<ActivityNumber, LastSubmission>();
        await foreach (var row in rows)
        {
            var submission = ProgressRows.ToSubmission(row);
            if (!last.TryGetValue(submission.Activity, out var known) || known.Version < submission.Version)
            {
                last[submission.Activity] = submission;
            }
        }

        return last;
    }
}
