using Avance.Functions.Groups;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Import;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Builders;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Drivers;

/// <summary>The stage Plans on real storage, as one process of the app has it.</summary>
public sealed class PlansDriver
{
    private readonly ServiceProvider services;

    /// <param name="connection">An account of the storage server.</param>
    public PlansDriver(string connection)
    {
        var options = new TableClientOptions();
        options.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new TableServiceClient(connection, options))
            .AddSingleton<AuditTable>()
            .AddGroups()
            .AddPlans()
            .AddSingleton<PlanImportFunctions>()
            .AddSingleton<PlanQueryFunctions>()
            .AddSingleton<PlanAmendmentFunctions>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static Caller Secretariat { get; } = new(Role.Secretariat, PlanBuilder.Id, null, "cuenta-1");

    public FaultPolicy Faults { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2023-09-20T17:00:00Z"));

    public PlansTable Table => Get<PlansTable>();

    public PlanCache Cache => Get<PlanCache>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Result<ImportReceipt>> TryImportAsync(PlanFileBuilder file, bool dryRun = false) =>
        TryImportAsync(file.ToCsv(), dryRun);

    public Task<Result<ImportReceipt>> TryImportAsync(byte[] content, bool dryRun = false) =>
        Get<ImportHandler>().ImportAsync(PlanBuilder.Id, content, dryRun, Secretariat, Cancel);

    public async Task<ImportReceipt> ImportAsync(PlanFileBuilder file, bool dryRun = false) =>
        (await TryImportAsync(file, dryRun)).ShouldSucceed();

    public Task<Result<AmendmentReceipt>> AmendAsync(Amendment amendment) =>
        Get<AmendmentHandler>().AmendAsync(PlanBuilder.Id, amendment.Valid(), Secretariat, Cancel);

    public async Task<StoredPlan> ReadAsync() => (await Table.FindAsync(PlanBuilder.Id, Cancel)).ShouldNotBeNull();

    /// <summary>The audit, the oldest entry first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        [.. (await StoredAudit.ReadAsync(Get<TableServiceClient>(), PlanBuilder.Id)).Reverse()];

    /// <summary>The plans of the list with their revisions.</summary>
    public async Task<IReadOnlyList<string>> ListAsync()
    {
        var plans = new List<string>();
        await foreach (var plan in Table.ListAsync(Cancel))
        {
            plans.Add($"{plan.Id} {plan.Revision}");
        }

        return plans;
    }

    /// <summary>The rows of the plan with their columns, without those that tell when and who.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        string[] ofTheWrite = ["odata.etag", "Timestamp", "LastChange"];
        var table = Get<TableServiceClient>().GetTableClient(PlansTable.Name);
        var rows = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PlanBuilder.Id.ToString()}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: Cancel))
        {
            var columns = row.Where(column => !ofTheWrite.Contains(column.Key, StringComparer.Ordinal))
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column =>
                    $"{column.Key}={(column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value)}"
                );
            rows.Add(string.Join(", ", columns));
        }

        return rows;
    }
}
