using Avance.Functions.Findings;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Findings;

/// <summary>What no event announced is found all the same.</summary>
public sealed class EvidenceSweepTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_FileThatNoEventAnnounced_IsReadAndChecked()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAsync(22, "informe.txt", "INFORME N° D000149-2023-MIMP-OGRH");
        driver.App.Clock.Advance(EvidenceSweep.LostAfter + TimeSpan.FromMinutes(1));

        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        var file = (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json[0]!;
        ((string)file["state"]!).ShouldBe("read");
        ((string)file["documents"]![0]!["number"]!).ShouldBe("INFORME N° 000149-2023-MIMP-OGRH");
    }

    [Fact]
    public async Task Run_BlobWhoseRowWasNeverWritten_IsAdoptedAndRead()
    {
        // The storage's own clock dates a blob: only by a later one is it old.
        var plan = new TestPlan().Activity(22).Build();
        var period = plan.FindPeriod(TestPlan.Second)! with { Closes = TestPlan.Closes.AddYears(100) };
        await using var driver = await EvidenceDriver.StartAsync(
            storage,
            plan with
            {
                Periods = [plan.Periods[0], period],
            },
            TestPlan.Closes.AddYears(99)
        );
        var id = await driver.UploadAsync(22, "informe.txt", "INFORME N° D000149-2023-MIMP-OGRH");
        await new TableServiceClient(storage)
            .GetTableClient("evidence")
            .DeleteEntityAsync(TestPlan.Id.ToString(), $"2023-II|022|{id}", cancellationToken: Cancel);

        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        var files = (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json.AsArray();
        ((string)files.ShouldHaveSingleItem()!["state"]!).ShouldBe("read");
    }

    [Fact]
    public async Task Run_ClaimWhoseCheckWasLost_IsChecked()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22, 8);
        await new Azure.Storage.Queues.QueueClient(storage, ExaminationQueue.Name).DeleteIfExistsAsync(Cancel);

        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Run_AfterThePeriodFellDue_SaysWhatWasNotSent()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage, now: TestPlan.Due.AddMinutes(-1));
        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();
        (await driver.CodesAsync(22)).ShouldNotContain("nothing-submitted");

        driver.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain("nothing-submitted");
    }

    [Fact]
    public async Task Run_NothingChangedSince_AsksForNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "informe.txt", "INFORME N° D000149-2023-MIMP-OGRH");
        await driver.SendAsync(22);
        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        (await driver.App.Get<EvidenceSweep>().RunAsync(Cancel)).ShouldBe(0);
    }
}
