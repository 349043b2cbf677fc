using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.Functions.Groups;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;
using Azure;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports.National;

/// <summary>
/// Consolidates the reports of all plans. A run reads the plans that were marked since the last one, writes those of their rows
/// that have changed, and counts the semesters of these again, from the consolidation's own rows. It first takes a lease, so
/// that a run that dies half-way is noticed by the next one, which counts every semester.
/// </summary>
public sealed partial class ConsolidationRunner(
    ConsolidationTable table,
    PlanReportReader reports,
    NationalTables tables,
    WorkingGroupTable groups,
    TimeProvider clock,
    ILogger<ConsolidationRunner> logger
)
{
    /// <summary>Marked plans up to this many are read by their keys; more, in a scan of all.</summary>
    public const int Few = 100;

    /// <summary>How long a run may go without renewing its lease: longer than it takes to read some pages and write a hundred plans.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    // A run stops before its lease ends, so that what it still sends cannot overwrite what the next one has written.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(20);

    private static readonly string Columns = Hash(NationalTables.Columns);

    /// <returns>Null if another run is at work.</returns>
    public async Task<ConsolidationOutcome?> RunAsync(string runId, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var (before, read) = await table.FindRunAsync(cancellationToken);
        if (before is { Running: true } && before.LeasedUntil > started)
        {
            return null;
        }

        using var lapse = new CancellationTokenSource(LeaseTime - LeaseMargin, clock);
        using var leased = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lapse.Token);
        var lease = new Lease(
            lapse,
            new Consolidation(runId, true, started + LeaseTime, started, before?.Groups ?? "", before?.Columns ?? "")
            {
                FinishedAt = before?.FinishedAt,
            },
            read
        );
        if (!await TryRenewAsync(lease, leased.Token))
        {
            return null;
        }

        // Read before the plans: a mark that is set meanwhile stays for the next run.
        var marks = await table.MarksAsync(leased.Token);
        var isAll = before?.Columns != Columns;
        var plans = new ChangedPlans(isAll);
        await foreach (var some in ReadAsync(marks, isAll, leased.Token))
        {
            if (!await TryRenewAsync(lease, leased.Token))
            {
                return null;
            }

            await WriteAsync(plans, some, runId, leased.Token);
        }

        var registered = await GroupsAsync(leased.Token);
        var checksum = Hash(JsonSerializer.Serialize(registered, StoredJson.Options));
        var periods =
            isAll || before is { Running: true } || before?.Groups != checksum
                ? await AllPeriodsAsync(plans.Periods, leased.Token)
                : plans.Periods;
        foreach (var period in periods)
        {
            if (!await TryRenewAsync(lease, leased.Token))
            {
                return null;
            }

            await CountAsync(period, registered, isAll, runId, leased.Token);
        }

        await table.UnmarkAsync(marks, leased.Token);
        lease.Run = lease.Run with
        {
            Running = false,
            Groups = checksum,
            Columns = Columns,
            FinishedAt = clock.GetUtcNow(),
        };
        await TryRenewAsync(lease, leased.Token);
        Log.Consolidated(logger, runId, plans.Read, plans.Written, periods.Count);
        return new ConsolidationOutcome(plans.Read, plans.Written, periods.Count);
    }

    /// <summary>The plans that are to be looked at, a hundred at a time, with what they have at the national level.</summary>
    private async IAsyncEnumerable<IReadOnlyList<(PlanReports Now, ConsolidatedPlan? Before)>> ReadAsync(
        IReadOnlyDictionary<PlanId, ETag> marks,
        bool isAll,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!isAll && marks.Count <= Few)
        {
            var some = new List<(PlanReports, ConsolidatedPlan?)>();
            foreach (var plan in marks.Keys)
            {
                some.Add(
                    (await reports.FindAsync(plan, cancellationToken), await table.FindAsync(plan, cancellationToken))
                );
            }

            if (some.Count > 0)
            {
                yield return some;
            }

            yield break;
        }

        var before = await table.ListAsync(cancellationToken);
        var wanted = reports
            .ListAsync(cancellationToken)
            .Where(plan => isAll || marks.ContainsKey(plan.Plan))
            .Chunk(Few);
        var silent = marks.Keys.ToHashSet();
        await foreach (var some in wanted.WithCancellation(cancellationToken))
        {
            silent.ExceptWith(some.Select(plan => plan.Plan));
            yield return [.. some.Select(plan => (plan, before.GetValueOrDefault(plan.Plan)))];
        }

        // Marked, and without a report any more: what they have is to be deleted.
        foreach (var some in silent.Chunk(Few))
        {
            yield return [.. some.Select(plan => (PlanReports.None(plan), before.GetValueOrDefault(plan)))];
        }
    }

    /// <summary>
    /// Writes the rows of plans that have changed. What a plan may have is noted before them, so that after a run that died the
    /// next one finds all that is to be deleted; what it has, after them.
    /// </summary>
    private async Task WriteAsync(
        ChangedPlans plans,
        IReadOnlyList<(PlanReports Now, ConsolidatedPlan? Before)> some,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var changes = plans.Of(some);
        await table.WriteAsync(changes.Select(change => change.Meanwhile), cancellationToken);
        var computed = clock.GetUtcNow();
        foreach (var period in changes.SelectMany(change => change.Periods).Distinct())
        {
            var scope = new NationalScope(period);
            await tables.Plans.UpdateAsync(
                scope,
                [.. changes.SelectMany(change => change.PlanRows(period))],
                changes.SelectMany(change => change.StalePlans(period)),
                runId,
                computed,
                cancellationToken
            );
            await tables.Themes.UpdateAsync(
                scope,
                [.. changes.SelectMany(change => change.ThemeRows(period))],
                changes.SelectMany(change => change.StaleThemes(period)),
                runId,
                computed,
                cancellationToken
            );
        }

        await table.WriteAsync(changes.Select(change => change.Done), cancellationToken);
    }

    /// <summary>Counts a semester and writes what has changed of it, the totals last.</summary>
    private async Task CountAsync(
        Period period,
        IReadOnlyList<NationalGroup> registered,
        bool isAll,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var scope = new NationalScope(period);
        var tally = new NationalTally(registered);
        await foreach (var row in tables.Plans.ListAsync(scope, cancellationToken))
        {
            tally.Add(row);
        }

        var counted = tally.ToPeriod();
        var stored = (await tables.Bodies.ReadAsync(scope, cancellationToken)).ToDictionary(
            row => row.Key,
            StringComparer.Ordinal
        );
        var bodies = counted?.Bodies ?? [];
        var computed = clock.GetUtcNow();
        await tables.Bodies.UpdateAsync(
            scope,
            [.. bodies.Where(row => isAll || stored.GetValueOrDefault(row.Key) != row)],
            stored.Keys.Except(bodies.Select(row => row.Key), StringComparer.Ordinal),
            runId,
            computed,
            cancellationToken
        );
        var totals = await tables.Totals.FindAsync(scope, "", cancellationToken);
        if (isAll || totals?.Row != counted?.Totals)
        {
            await tables.Totals.ReplaceAsync(
                scope,
                counted is null ? [] : [counted.Totals],
                runId,
                computed,
                mayHoldOthers: counted is null,
                cancellationToken
            );
        }
    }

    /// <summary>Those that plans have, and those that were counted: a run that died may have left one that no plan has any more.</summary>
    private async Task<IReadOnlyCollection<Period>> AllPeriodsAsync(
        IReadOnlyCollection<Period> touched,
        CancellationToken cancellationToken
    )
    {
        var counted = await tables
            .Totals.ScanAsync(null, [], cancellationToken)
            .Select(one => Period.Parse(one.PartitionKey, CultureInfo.InvariantCulture))
            .ToListAsync(cancellationToken);
        return
        [
            .. (await table.ListAsync(cancellationToken))
                .Values.SelectMany(plan => plan.Periods)
                .Select(one => one.Period)
                .Concat(counted)
                .Union(touched)
                .Order(),
        ];
    }

    private async Task<IReadOnlyList<NationalGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        var links = await groups.ListLinksAsync(cancellationToken).ToListAsync(cancellationToken);
        var plans = links.ToLookup(link => link.Group, link => link.Plan, StringComparer.Ordinal);
        return await groups
            .ListBodiesAsync(cancellationToken)
            .Select(group => new NationalGroup(group.Id, group.Body, plans[group.Id].ToValueList()))
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> TryRenewAsync(Lease lease, CancellationToken cancellationToken)
    {
        lease.Run = lease.Run with { LeasedUntil = clock.GetUtcNow() + LeaseTime };
        lease.Lapse.CancelAfter(LeaseTime - LeaseMargin);
        lease.ETag = await table.TryWriteRunAsync(lease.Run, lease.ETag, cancellationToken);
        return lease.ETag is not null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The run as it was last written.</summary>
    private sealed class Lease(CancellationTokenSource lapse, Consolidation run, ETag? etag)
    {
        public CancellationTokenSource Lapse { get; } = lapse;

        public Consolidation Run { get; set; } = run;

        public ETag? ETag { get; set; } = etag;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "National consolidation, run {RunId}: {Read} plans read, {Written} written, {Periods} semesters counted."
        )]
        public static partial void Consolidated(ILogger logger, string runId, int read, int written, int periods);
    }
}
