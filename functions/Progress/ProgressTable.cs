using System.Runtime.CompilerServices;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Progress;

/// <summary>
/// The table <c>progress</c>: partition plan id, rows as in <see cref="ProgressKeys"/>. A draft overwrites the one
/// before. A version is written with its receipt in one transaction, or not at all.
/// </summary>
public sealed partial class ProgressTable(TableServiceClient service)
{
    public const string Name = "progress";

    /// <summary>How often a read is repeated when a write comes in between.</summary>
    private const int MaxReads = 5;

    private readonly LazyTable table = new(service, Name);

    /// <summary>The latest progress of an activity in a period, with the ETags of its rows.</summary>
    /// <param name="goalYears">The years of all goals that the activity may ever have reported in the period.</param>
    public async Task<StoredProgress> ReadAsync(
        ProgressAddress address,
        IReadOnlyList<int> goalYears,
        CancellationToken cancellationToken
    )
    {
        for (var reads = 1; ; reads++)
        {
            var rows = await FindAsync(
                address,
                goalYears.Select(year => ProgressKeys.Current(address.Period, address.Activity, year)),
                cancellationToken
            );

            // A write between two reads would otherwise mix two versions.
            if (rows.Select(ProgressRows.VersionOf).Distinct().Count() <= 1 || reads == MaxReads)
            {
                return new StoredProgress(
                    rows.Count == 0 ? null : ProgressRows.ToProgress(rows),
                    rows.ToDictionary(row => row.RowKey, row => row.ETag, StringComparer.Ordinal)
                )
                {
                    Draft = rows.Count == 0 ? null : ProgressRows.ToDraftReceipt(rows.MaxBy(ProgressRows.VersionOf)!),
                };
            }
        }
    }

    /// <summary>One version of an activity's progress in a period; null if there is none of that number.</summary>
    /// <param name="goalYears">The years of all goals that the activity may ever have reported in the period.</param>
    public async Task<ActivityProgress?> FindVersionAsync(
        ProgressAddress address,
        IReadOnlyList<int> goalYears,
        int version,
        CancellationToken cancellationToken
    )
    {
        var keys = goalYears.Select(year => ProgressKeys.Version(address.Period, address.Activity, year, version));
        var rows = await FindAsync(address, keys, cancellationToken);
        return rows.Count == 0 ? null : ProgressRows.ToProgress(rows);
    }

    private async Task<List<TableEntity>> FindAsync(
        ProgressAddress address,
        IEnumerable<string> rowKeys,
        CancellationToken cancellationToken
    )
    {
        var reads = rowKeys.Select(key => table.FindAsync(address.Plan.ToString(), key, cancellationToken));
        return [.. (await Task.WhenAll(reads)).OfType<TableEntity>()];
    }

    public async Task<Receipt?> FindReceiptAsync(ProgressAddress address, Guid id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(
            address.Plan.ToString(),
            ProgressKeys.Receipt(address.Period, address.Activity, id),
            cancellationToken
        );
        return row is not null ? ProgressRows.ToReceipt(id, row) : null;
    }

    /// <summary>Overwrites a draft, if what was read is still the latest. Its rows keep its receipt.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async Task<WriteOutcome> SaveDraftAsync(
        PlanId plan,
        IReadOnlyList<int> goalYears,
        StoredProgress read,
        ActivityProgress next,
        Receipt receipt,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            await client.SubmitTransactionAsync(Replace(plan, goalYears, read, next, receipt), cancellationToken);
            return WriteOutcome.Written;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return WriteOutcome.Changed;
        }
    }

    /// <summary>Writes a version and its receipt, if what was read is still the latest and the id is new.</summary>
    /// <param name="goalYears">The years of the activity's goals: each gets a row, also without an entry.</param>
    /// <param name="read">What was read before.</param>
    /// <param name="next">The version to write.</param>
    /// <param name="cancellationToken">Stops waiting; the transaction may have been committed all the same.</param>
    public async Task<WriteOutcome> WriteAsync(
        PlanId plan,
        IReadOnlyList<int> goalYears,
        StoredProgress read,
        ActivityProgress next,
        Receipt receipt,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Add, ProgressRows.FromReceipt(plan, next, receipt)),
        };

        actions.AddRange(
            YearsOf(goalYears, read)
                .Select(year => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    ProgressRows.FromVersion(plan, next, year)
                ))
        );
        actions.AddRange(Replace(plan, goalYears, read, next));
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return WriteOutcome.Written;
        }
        catch (TableTransactionFailedException error)
            when (error.Status is 409 && error.FailedTransactionActionIndex is 0)
        {
            return WriteOutcome.IdTaken;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return WriteOutcome.Changed;
        }
    }

    private static IEnumerable<TableTransactionAction> Replace(
        PlanId plan,
        IReadOnlyList<int> goalYears,
        StoredProgress read,
        ActivityProgress next,
        Receipt? draft = null
    ) =>
        YearsOf(goalYears, read)
            .Select(year => ProgressRows.FromCurrent(plan, next, year, draft))
            .Select(row =>
                read.ETags.TryGetValue(row.RowKey, out var etag)
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag)
                    : new TableTransactionAction(TableTransactionActionType.Add, row)
            );

    // Also the rows of goals that have left the period, or they would stay at an older version.
    private static IEnumerable<int> YearsOf(IReadOnlyList<int> goalYears, StoredProgress read) =>
        goalYears.Union(read.ETags.Keys.Select(key => ProgressKeys.Parse(key).GoalYear));

    /// <summary>The versions by which an activity's progress in a period was sent since then, in no order.</summary>
    public async IAsyncEnumerable<int> SubmissionsAsync(
        ProgressAddress address,
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = ProgressKeys.RangeOfReceipts(address.Period, address.Activity);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {address.Plan.ToString()} and RowKey ge {from} and RowKey lt {to} and At ge {since} and (State eq {nameof(ProgressState.Submitted)} or State eq {nameof(ProgressState.Resubmitted)})"
        );
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ProgressRows.VersionOf(row);
        }
    }

    /// <summary>
    /// The versions of an activity's progress in a period, the first one first. Earlier code also kept each draft as a
    /// version: those are left out, also drafts saved after a return, which are stored as returned.
    /// </summary>
    public async Task<IReadOnlyList<ActivityProgress>> VersionsAsync(
        ProgressAddress address,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = ProgressKeys.RangeOf(address.Period, address.Activity);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {address.Plan.ToString()} and RowKey ge {from} and RowKey lt {to} and Kind eq {ProgressRows.VersionKind} and State ne {nameof(ProgressState.Draft)}"
        );
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        var versions = new List<ActivityProgress>();
        foreach (var version in rows.GroupBy(ProgressRows.VersionOf).OrderBy(version => version.Key))
        {
            var progress = ProgressRows.ToProgress([.. version]);
            if (progress.State != ProgressState.Returned || versions is not [.., { State: ProgressState.Returned }])
            {
                versions.Add(progress);
            }
        }

        return versions;
    }

    /// <summary>How the progress of each activity stands in a period: one row a goal, all of an activity alike.</summary>
    public async IAsyncEnumerable<ProgressStatus> StatusesAsync(
        PlanId plan,
        Period period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = ProgressKeys.RangeOf(period);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and RowKey ge {from} and RowKey lt {to} and Kind eq {ProgressRows.CurrentKind}"
        );
        var rows = client.QueryAsync<TableEntity>(
            filter,
            select: ProgressRows.StatusColumns,
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            yield return ProgressRows.ToStatus(row);
        }
    }

    /// <summary>The latest progress of each activity in a period, in no order.</summary>
    public async Task<IReadOnlyList<ActivityProgress>> LatestAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = ProgressKeys.RangeOf(period);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and RowKey ge {from} and RowKey lt {to} and Kind eq {ProgressRows.CurrentKind}"
        );
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return
        [
            .. rows.GroupBy(row => ProgressKeys.Parse(row.RowKey).Activity)
                .Select(activity => ProgressRows.ToProgress([.. activity])),
        ];
    }

    /// <summary>What was last sent of each goal in the periods of a year: what the figures are made of.</summary>
    public async IAsyncEnumerable<SentGoal> SentAsync(
        PlanId plan,
        int year,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var (from, to) = ProgressKeys.RangeOf(year);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and RowKey ge {from} and RowKey lt {to} and Kind eq {ProgressRows.CurrentKind}"
        );
        var rows = client.QueryAsync<TableEntity>(
            filter,
            select: ProgressRows.SentColumns,
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            yield return ProgressRows.ToSent(row);
        }
    }
}
