using System.Security.Cryptography;
using Avance.Functions.Access;
using Avance.Functions.Achievements;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Builders;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Drivers;

/// <summary>Compiles the reports of the test plan on storage of its own, and says what is in their tables.</summary>
public sealed class ReportDriver
{
    private static readonly ValueList<string> TableNames = ReportTables.Names;

    // What a run fingerprints on its rows: equal reports of different runs differ in these alone.
    private static readonly string[] OfTheRun =
    [
        "RunId",
        "ComputedAt",
        "StartedAt",
        "FinishedAt",
        "Snapshot",
        "Timestamp",
        "odata.etag",
    ];

    private readonly string connection;
    private readonly TableServiceClient direct;
    private readonly PlansTable plans;
    private readonly ProgressTable progress;

    public ReportDriver(string connection)
        : this(connection, new FakeTimeProvider(TestPlan.WhileOpen)) { }

    /// <summary>Another process of the app, on the same storage and clock.</summary>
    public ReportDriver(ReportDriver other)
        : this(other.connection, other.Clock) { }

    private ReportDriver(string connection, FakeTimeProvider clock)
    {
        this.connection = connection;
        Clock = clock;
        direct = new TableServiceClient(connection);
        var options = new TableClientOptions();
        options.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        var blobOptions = new BlobClientOptions();
        blobOptions.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        var tables = new TableServiceClient(connection, options);
        plans = new PlansTable(direct);
        progress = new ProgressTable(direct);
        Compilations = new CompilationTable(tables);
        Runner = new ReportRunner(
            plans,
            new PlanCache(plans),
            new ReportInputReader(
                progress,
                new EvidenceTable(direct),
                new DocumentSummaryReader(new FactBlobs(new BlobServiceClient(connection))),
                new FindingsTable(direct),
                new EvaluationTable(direct),
                new RecommendationReader(
                    new PlanCache(plans),
                    progress,
                    new FindingsTable(direct),
                    new EvaluationTable(direct),
                    new RecommendationsTable(direct)
                ),
                new HistoryTable(direct),
                new AchievementTable(direct),
                new RemindersTable(direct),
                new PeriodMails(new OutboxTable(direct))
            ),
            new ReportWriter(
                new ReportTables(tables),
                new ReportSnapshots(new BlobServiceClient(connection, blobOptions)),
                Clock
            ),
            Compilations,
            new ConsolidationTable(tables),
            PlanBuilder.Lima,
            Clock,
            NullLogger<ReportRunner>.Instance
        );
    }

    public FaultPolicy Faults { get; } = new();

    public FakeTimeProvider Clock { get; }

    public ReportRunner Runner { get; }

    public CompilationTable Compilations { get; }

    /// <summary>The report tables, past every fault.</summary>
    public ReportTables Direct => new(direct);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Deletes what is kept of the runs, and leaves what they wrote.</summary>
    public async Task ForgetRunsAsync()
    {
        var table = direct.GetTableClient(CompilationTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            await table.DeleteEntityAsync(row, cancellationToken: Cancel);
        }
    }

    /// <summary>Stores a column with 32 bits, as it was before it had 64.</summary>
    public async Task NarrowAsync(string name, string column)
    {
        var table = direct.GetTableClient(name);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            // An entity keeps the type that a column has.
            var value = (int)row.GetInt64(column)!.Value;
            row.Remove(column);
            row[column] = value;
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }
    }

    /// <summary>Leaves the checksums of the runs as they were before they told the types of the columns.</summary>
    public async Task ForgetTypesAsync()
    {
        var runs = direct.GetTableClient("reportrun");
        var snapshots = new BlobContainerClient(connection, ReportSnapshots.Container);
        await foreach (var row in runs.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            var kept = snapshots.GetBlobClient(row.GetString("Snapshot"));
            BlobDownloadResult report = await kept.DownloadContentAsync(Cancel);
            row["Checksum"] = Convert.ToHexStringLower(SHA256.HashData(report.Content));
            await runs.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }
    }

    /// <summary>The types that each column holds.</summary>
    public async Task<IReadOnlyList<string>> TypesAsync()
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in TableNames)
        {
            await foreach (var row in direct.GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                types.UnionWith(row.Select(column => $"{name}.{column.Key}: {column.Value?.GetType().Name}"));
            }
        }

        return [.. types];
    }

    public async Task SaveAsync(Plan plan)
    {
        var before = await plans.FindAsync(plan.Id, Cancel);
        var change = new AuditEntry(plan.Id, "test", Clock.GetUtcNow(), "test", "import");
        (await plans.ImportAsync(before, plan, change, Cancel)).ShouldNotBeNull();
    }

    public async Task SendAsync(Plan plan, int activity, decimal executed)
    {
        var number = new ActivityNumber(activity);
        var address = new ProgressAddress(plan.Id, TestPlan.Second, number);
        var years = plan.GoalsOf(number, 2023).Select(goal => goal.Year).ToList();
        var read = await progress.ReadAsync(address, years, Cancel);
        var request = TestProgress.Submission([
            .. years.Select(year => new GoalEntry(year, Outcome.Reported, executed)),
        ]);
        var period = plan.FindPeriod(TestPlan.Second)!;
        var next = ProgressRules
            .Save(
                period,
                plan.FindActivity(number)!,
                [.. plan.GoalsOf(number, 2023)],
                read.Progress is null ? null : read.Progress with { State = ProgressState.Returned },
                read.Progress?.Version ?? 0,
                request,
                [],
                TestProgress.Reporter,
                Clock.GetUtcNow()
            )
            .Value.ShouldNotBeNull();
        var receipt = new Receipt(request.SubmissionId, "0a", next.Version, next.State, false, next.By, next.At);
        (await progress.WriteAsync(plan.Id, years, read, next, receipt, Cancel)).ShouldBe(WriteOutcome.Written);
    }

    /// <param name="plan">The test plan if null.</param>
    public async Task<CompilationOutcome> RunAsync(string runId = "run", PlanId? plan = null) =>
        (await Runner.RunAsync(plan ?? TestPlan.Id, runId, Cancel)).Value.ShouldNotBeNull();

    /// <summary>Every row of the report tables with all its columns, without what tells runs apart.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync(bool withRun = false)
    {
        var existing = await direct
            .QueryAsync(cancellationToken: Cancel)
            .Select(table => table.Name)
            .ToListAsync(Cancel);
        var rows = new List<string>();
        foreach (var name in TableNames.Where(existing.Contains))
        {
            var table = direct.GetTableClient(name);
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                var columns = row.Where(column => withRun || !OfTheRun.Contains(column.Key, StringComparer.Ordinal))
                    .Where(column => column.Key is not ("Timestamp" or "odata.etag"))
                    .OrderBy(column => column.Key, StringComparer.Ordinal)
                    .Select(column => $"{column.Key}={column.Value}");
                rows.Add($"{name}: {string.Join(", ", columns)}");
            }
        }

        return rows;
    }
}
