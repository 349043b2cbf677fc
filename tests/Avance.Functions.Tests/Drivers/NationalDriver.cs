using Avance.Functions.Groups;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Drivers;

/// <summary>Consolidates reports that a test has put into storage, and says what is in the national tables.</summary>
public sealed class NationalDriver
{
    private readonly string connection;
    private readonly TableServiceClient direct;
    private readonly ReportTables reports;
    private readonly ConsolidationTable marks;

    public NationalDriver(string connection)
        : this(connection, new FakeTimeProvider(TestPlan.WhileOpen)) { }

    /// <summary>Another process of the app, on the same storage and clock.</summary>
    public NationalDriver(NationalDriver other)
        : this(other.connection, other.Clock) { }

    private NationalDriver(string connection, FakeTimeProvider clock)
    {
        this.connection = connection;
        Clock = clock;
        direct = new TableServiceClient(connection);
        reports = new ReportTables(direct);
        marks = new ConsolidationTable(direct);
        var options = new TableClientOptions();
        options.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        var tables = new TableServiceClient(connection, options);
        Runner = new ConsolidationRunner(
            new ConsolidationTable(tables),
            new PlanReportReader(new ReportTables(tables)),
            new NationalTables(tables),
            new WorkingGroupTable(tables),
            Clock,
            NullLogger<ConsolidationRunner>.Instance
        );
    }

    public FaultPolicy Faults { get; } = new();

    public FakeTimeProvider Clock { get; }

    public ConsolidationRunner Runner { get; }

    /// <summary>The national tables, past every fault.</summary>
    public NationalTables Tables => new(direct);

    public ConsolidationTable Consolidations => marks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Puts the report of a period there as a compilation does, and marks the plan.</summary>
    public async Task CompileAsync(
        string plan,
        Period period,
        ReportPlanRow row,
        params ReportAchievementRow[] achievements
    )
    {
        var scope = new ReportScope(new PlanId(plan), period);
        var now = Clock.GetUtcNow();
        await reports.Achievements.ReplaceAsync(scope, achievements, "compiled", now, true, Cancel);
        await reports.Plans.ReplaceAsync(scope, [row], "compiled", now, true, Cancel);
        await marks.MarkAsync(scope.Plan, Cancel);
    }

    /// <summary>Takes a period away from a plan, and marks it.</summary>
    public async Task DropAsync(string plan, Period period)
    {
        var scope = new ReportScope(new PlanId(plan), period);
        await reports.Achievements.ReplaceAsync(scope, [], "compiled", Clock.GetUtcNow(), true, Cancel);
        await reports.Plans.ReplaceAsync(scope, [], "compiled", Clock.GetUtcNow(), true, Cancel);
        await marks.MarkAsync(scope.Plan, Cancel);
    }

    public async Task RegisterGroupAsync(string id, string body)
    {
        var group = TestGroup.Registered(TestPlan.Id) with { Id = new WorkingGroupId(id), Body = body };
        (await new WorkingGroupTable(direct).TryWriteAsync(null, group, Cancel)).ShouldBeTrue();
    }

    /// <param name="runId">Stands in the rows that it writes.</param>
    public async Task<ConsolidationOutcome> RunAsync(string runId = "run") =>
        (await Runner.RunAsync(runId, Cancel)).ShouldNotBeNull();

    /// <summary>Every row of the national tables with all its columns.</summary>
    /// <param name="withRun">Whether what tells runs apart is among them.</param>
    public async Task<IReadOnlyList<string>> ContentAsync(bool withRun = false)
    {
        string[] left = withRun ? ["Timestamp", "odata.etag"] : ["Timestamp", "odata.etag", "RunId", "ComputedAt"];
        var rows = new List<string>();
        foreach (var name in NationalTables.Names)
        {
            var table = direct.GetTableClient(name);
            await table.CreateIfNotExistsAsync(Cancel);
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                var columns = row.Where(column => !left.Contains(column.Key, StringComparer.Ordinal))
                    .OrderBy(column => column.Key, StringComparer.Ordinal)
                    .Select(column => $"{column.Key}={column.Value}");
                rows.Add($"{name}: {string.Join(", ", columns)}");
            }
        }

        return rows;
    }
}
