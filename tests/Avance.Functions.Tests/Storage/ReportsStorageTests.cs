using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Storage;

/// <summary>Report tables may be in a storage account of their own, so that the key that Power BI has opens nothing else.</summary>
public sealed class ReportsStorageTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();
    private readonly string reports = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WithTwoAccounts_HasReportTablesInTheSecondAlone()
    {
        await using var app = await AppDriver.StartAsync(
            storage,
            configure: builder => builder.Configuration[StorageClients.Reports] = reports
        );
        await app.Get<StorageInitializer>().ExecuteTask!;
        await app.AddAsync(new TestPlan().Activity(34).Build());

        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel)).Succeeded(out _, out _).ShouldBeTrue();

        (await TablesAsync(reports)).ShouldBe([.. ReportTables.Names, .. NationalTables.Names], ignoreOrder: true);
        (await TablesAsync(storage)).Intersect([.. ReportTables.Names, .. NationalTables.Names]).ShouldBeEmpty();
        (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II")).ShouldBeOk();
        var rows = new TableServiceClient(reports)
            .GetTableClient("reportplan")
            .QueryAsync<TableEntity>(cancellationToken: Cancel);
        (await rows.CountAsync(Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task Run_WithOneAccount_HasReportTablesThere()
    {
        await using var app = await AppDriver.StartAsync(storage);

        await app.Get<StorageInitializer>().ExecuteTask!;

        ReportTables.Names.Except(await TablesAsync(storage)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(string account) =>
        await new TableServiceClient(account)
            .QueryAsync(cancellationToken: Cancel)
            .Select(table => table.Name)
            .ToListAsync(Cancel);
}
