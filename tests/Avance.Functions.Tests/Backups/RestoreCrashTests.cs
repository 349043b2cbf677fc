using Avance.Functions.Backups;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Backups;

/// <summary>The process dies at any write of a restoration.</summary>
public sealed class RestoreCrashTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_AfterACrashAtAnyWrite_IsHealedByTheSameRequest(bool afterSending)
    {
        var from = azurite.NewAccount();
        byte[] file;
        await using (var driver = await EvidenceDriver.StartAsync(from))
        {
            await driver.UploadAndReadAsync(22, "Informe.txt", "INFORME N° 000149-2023-MIMP-OGRH");
            await driver.SendAsync(22);
            file = await BackupDriver.BackUpAsync(driver.App);
        }

        var expected = await BackupDriver.ContentAsync(from);
        var crashes = 0;
        for (var (write, crashed) = (1, true); crashed; write += 2)
        {
            crashed = await RestoreAsync(file, write, afterSending, expected);
            crashes += crashed ? 1 : 0;
        }

        crashes.ShouldBeGreaterThan(5);
    }

    /// <returns>False if the restoration ended before that write.</returns>
    private async Task<bool> RestoreAsync(byte[] file, int write, bool afterSending, IReadOnlyList<string> expected)
    {
        var (storage, faults) = (azurite.NewAccount(), new FaultPolicy());
        await using var app = await StartAsync(storage, faults);
        var id = Guid.NewGuid();
        await BackupDriver.SendAsync(app, id, file);
        faults.Reset();
        faults.AfterSending = afterSending;
        faults.FailAtWrite = write;

        var crashed = (await BackupDriver.RestoreAsync(app, id)).Status != 200;

        faults.Reset();
        if (
            crashed
            && await app.Get<PlanDataTable>().HasAnyAsync("plans", new RowRange($"{TestPlan.Id}", "plan"), Cancel)
        )
        {
            // From now on people work with it.
            var member = $"{AppDriver.Plan()}/members/{Guid.NewGuid()}";
            (await app.As("national-secretariat").PutAsync(member, null, new { role = "secretariat" })).ShouldBeOk();
        }

        var worked = (await BackupDriver.ContentAsync(storage)).Where(IsOfMember).ToList();
        await EndLeaseAsync(storage);
        (await BackupDriver.RestoreAsync(app, id)).ShouldBeOk();
        var content = await BackupDriver.ContentAsync(storage);
        expected.Except(content).ShouldBeEmpty($"write {write}");
        content.Where(IsOfMember).ShouldBe(worked);
        content
            .Except(expected)
            .Except(worked)
            .Count()
            .ShouldBe(2, "the restoration's entry and the revocation of links");
        return crashed;
    }

    private static bool IsOfMember(string line) => line.Contains("member", StringComparison.OrdinalIgnoreCase);

    /// <summary>That of a process which died ends after a minute.</summary>
    private static async Task EndLeaseAsync(string storage)
    {
        var claim = new BlobContainerClient(storage, RestoreBlobs.Container).GetBlobClient($"{TestPlan.Id}/claim");
        if (
            await claim.ExistsAsync(Cancel)
            && (await claim.GetPropertiesAsync(cancellationToken: Cancel)).Value.LeaseState
                == Azure.Storage.Blobs.Models.LeaseState.Leased
        )
        {
            await claim.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Cancel);
        }
    }

    private static async Task<AppDriver> StartAsync(string storage, FaultPolicy faults)
    {
        var tables = new TableClientOptions();
        tables.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var app = await AppDriver.StartAsync(
            storage,
            configure: builder =>
                builder
                    .Services.AddSingleton(new TableServiceClient(storage, tables))
                    .AddSingleton(new BlobServiceClient(storage, blobs))
        );
        // What the start makes is no step of the test.
        await app.Get<StorageInitializer>().ExecuteTask!;
        return app;
    }
}
