using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>
/// The table <c>evaluations</c>: partition plan id, a row <c>2023-II|034</c> with the latest version of an activity's
/// evaluation and a row <c>2023-II|034|v000001</c> for each version. Both are written in one transaction.
/// </summary>
public sealed class EvaluationTable(TableServiceClient service)
{
    public const string Name = "evaluations";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The latest version of each activity in a period. What was withdrawn is left out.</summary>
    public async Task<IReadOnlyDictionary<ActivityNumber, Evaluation>> ListAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        // '}' comes after the '|' that separates the parts of a key.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and RowKey ge {$"{period}|"} and RowKey lt {$"{period}}}"} and Kind eq {EvaluationRows.CurrentKind}"
        );
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(row => (Activity: EvaluationRows.ActivityOf(row), Evaluation: EvaluationRows.ToEvaluation(row)))
            .Where(item => !item.Evaluation.IsEmpty)
            .ToDictionaryAsync(item => item.Activity, item => item.Evaluation, cancellationToken: cancellationToken);
    }

    public async Task<StoredEvaluation> FindAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        await table.FindAsync(address.Plan.ToString(), EvaluationRows.CurrentKey(address), cancellationToken) is { } row
            ? new StoredEvaluation(EvaluationRows.ToEvaluation(row), row.ETag)
            : new StoredEvaluation(Evaluation.None, null);

    /// <summary>The versions of an activity's evaluation, the first one first.</summary>
    public async Task<IReadOnlyList<EvaluationVersion>> VersionsAsync(
        ProgressAddress address,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var key = EvaluationRows.CurrentKey(address);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {address.Plan.ToString()} and RowKey ge {$"{key}|"} and RowKey lt {$"{key}}}"}"
        );
        return await client
            .QueryAsync<TableEntity>(
                filter,
                select: EvaluationRows.VersionColumns,
                cancellationToken: cancellationToken
            )
            .Select(EvaluationRows.ToVersion)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Writes a version if what was read is still the latest.</summary>
    public async Task<bool> TryWriteAsync(
        ProgressAddress address,
        StoredEvaluation read,
        Evaluation next,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var current = EvaluationRows.ToRow(
            address,
            EvaluationRows.CurrentKey(address),
            EvaluationRows.CurrentKind,
            next
        );
        var version = EvaluationRows.ToRow(
            address,
            EvaluationRows.VersionKey(address, next.Version),
            EvaluationRows.VersionKind,
            next
        );
        TableTransactionAction[] actions =
        [
            read.ETag is { } etag
                ? new(TableTransactionActionType.UpdateReplace, current, etag)
                : new(TableTransactionActionType.Add, current),
            new(TableTransactionActionType.Add, version),
        ];
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
