using System.Text.Json;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Reports.Exports;

/// <summary>An export may be asked for twice, late, and die between any two writes.</summary>
public sealed class ExportRunnerTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SecondTime_ChangesNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var export = Asked(driver);
        await RunAsync(driver, export);
        var before = await ContentAsync();
        driver.Faults.Reset();

        await RunAsync(driver, export);

        (await ContentAsync()).ShouldBe(before);
        driver.Faults.Writes.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_KilledAtAnyWrite_IsDoneWhenTheMessageComesAgain(bool afterSending)
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        for (var write = 1; ; write++)
        {
            var export = Asked(driver);
            driver.Faults.Reset();
            (driver.Faults.FailAtWrite, driver.Faults.AfterSending, driver.Faults.Ends) = (write, afterSending, true);
            var crashed = false;
            try
            {
                await RunAsync(driver, export);
            }
            catch (Exception error)
                when (error is CrashException or AggregateException { InnerException: CrashException })
            {
                crashed = true;
            }

            driver.Faults.Reset();
            driver.App.Clock.Advance(ReportRunner.LeaseTime);
            await RunAsync(driver, export);
            var done = await FindAsync(driver, export);
            (done.State, done.Progress, done.FailedBecause).ShouldBe((ExportState.Done, 100, ""), $"at write {write}");
            (await SizeAsync(done)).ShouldBe(done.Size, $"at write {write}");
            if (!crashed)
            {
                write.ShouldBeGreaterThan(8);
                return;
            }
        }
    }

    [Fact]
    public async Task Post_EndedBeforeTheRowIsWritten_IsMadeByTheMessageAlone()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        driver.Faults.Reset();
        // The audit, the message, and then the row.
        driver.Faults.FailAtWrite = 3;
        var path = $"{AppDriver.Plan()}/reports/2023-II/exports";
        (
            await driver.App.Secretariat().PostAsync(path, null, new { format = "excel", scope = "semester" })
        ).Status.ShouldBe(500);
        driver.Faults.Reset();
        (await driver.App.Secretariat().GetAsync(path)).ShouldBeOk().Json.AsArray().ShouldBeEmpty();

        var message = await MessageAsync();
        await RunAsync(driver, message.Export());

        var list = (await driver.App.Secretariat().GetAsync(path)).ShouldBeOk().Json.AsArray();
        ((string?)list.ShouldHaveSingleItem()!["state"]).ShouldBe("done");
    }

    [Fact]
    public async Task Run_WhileReportsAreCompiled_IsLeftToTheQueue()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var export = Asked(driver);
        var compilations = driver.App.Get<CompilationTable>();
        var now = driver.App.Clock.GetUtcNow();
        var other = new Compilation("other", true, now + ReportRunner.LeaseTime, now, now, 0, 0);
        await compilations.TryWriteAsync(TestPlan.Id, other, null, Cancel);

        await Should.ThrowAsync<CompilationBusyException>(() => RunAsync(driver, export));

        var waiting = await FindAsync(driver, export);
        (waiting.State, waiting.Step).ShouldBe((ExportState.Running, ExportStep.Compiling));
    }

    [Fact]
    public async Task GiveUp_FailedFiveTimes_IsToldUntilItIsDone()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var export = Asked(driver);
        var message = JsonSerializer.Serialize(ExportMessage.Of(export), Avance.Functions.Storage.StoredJson.Options);
        var triggers = new ExportTriggers(driver.App.Get<ExportRunner>(), NullLogger<ExportTriggers>.Instance);

        await triggers.GiveUpAsync(message, Cancel);
        await triggers.GiveUpAsync("{", Cancel);

        var view = ExportView.Of(await FindAsync(driver, export));
        (view.State, view.FailedBecause).ShouldBe((ExportState.Failed, Messages.Text("export-given-up.detail")));

        await RunAsync(driver, export);
        await triggers.GiveUpAsync(message, Cancel);
        view = ExportView.Of(await FindAsync(driver, export));
        (view.State, view.FailedBecause).ShouldBe((ExportState.Done, ""));
    }

    [Fact]
    public async Task Run_PlanThatIsGone_FailsAtOnce()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var export = Asked(driver) with { Plan = new PlanId("otro-plan") };

        await RunAsync(driver, export);

        var view = ExportView.Of(await FindAsync(driver, export));
        view.State.ShouldBe(ExportState.Failed);
        view.FailedBecause.ShouldContain("otro-plan");
    }

    [Fact]
    public async Task Run_CsvOfAFirstSemester_HasThatAlone()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var export = Asked(driver) with { Period = TestPlan.First, Format = ExportFormat.Csv };

        await RunAsync(driver, export);

        var done = await FindAsync(driver, export);
        done.FileName.ShouldBe($"datos-{TestPlan.Id}-2023-I-csv.zip");
        var content = (await Blob(done).DownloadContentAsync(Cancel)).Value.Content;
        using var archive = new System.IO.Compression.ZipArchive(content.ToStream());
        using var text = new StreamReader(archive.GetEntry("reportplan.csv")!.Open());
        var lines = (await text.ReadToEndAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith($"{TestPlan.Id};2023-I;2023;1;Plan de prueba;");
    }

    private static Export Asked(EvidenceDriver driver) =>
        new(
            TestPlan.Id,
            TestPlan.Second,
            Guid.NewGuid(),
            ExportFormat.Excel,
            ExportScope.Semester,
            "dev:secretariat",
            driver.App.Clock.GetUtcNow()
        );

    private static Task RunAsync(EvidenceDriver driver, Export export) =>
        driver.App.Get<ExportRunner>().RunAsync(export, $"run-{Guid.NewGuid():N}", Cancel);

    private static async Task<Export> FindAsync(EvidenceDriver driver, Export export) =>
        (
            await driver.App.Get<ExportTable>().FindAsync(export.Plan, export.Period, export.Id, Cancel)
        ).Export.ShouldNotBeNull();

    private BlobClient Blob(Export export) =>
        new BlobServiceClient(storage).GetBlobContainerClient(ExportBlobs.Container).GetBlobClient(export.Blob);

    private async Task<long> SizeAsync(Export export) =>
        (await Blob(export).GetPropertiesAsync(cancellationToken: Cancel)).Value.ContentLength;

    private async Task<ExportMessage> MessageAsync()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queue = new QueueServiceClient(storage, options).GetQueueClient(ExportQueue.Name);
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value;
        return message.Body.ToObjectFromJson<ExportMessage>(Avance.Functions.Storage.StoredJson.Options)!;
    }

    /// <summary>Rows and blobs with their ETags.</summary>
    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        var rows = await new TableServiceClient(storage)
            .GetTableClient(ExportTable.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
        var blobs = await new BlobServiceClient(storage)
            .GetBlobContainerClient(ExportBlobs.Container)
            .GetBlobsAsync(cancellationToken: Cancel)
            .Select(blob => $"{blob.Name} {blob.Properties.ETag}")
            .ToListAsync(Cancel);
        return [.. rows, .. blobs];
    }
}
