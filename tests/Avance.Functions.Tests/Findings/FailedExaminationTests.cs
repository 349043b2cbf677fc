using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Findings;

/// <summary>A claim that could not be examined says so, until it is.</summary>
public sealed class FailedExaminationTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Record_ClaimNotExamined_IsShownToTheSecretariatAndAskedForAgain()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        (await ActivityAsync(driver, 22)).ShouldBe((false, null));

        await RecordAsync(driver);

        (await ActivityAsync(driver, 22)).ShouldBe((false, driver.App.Clock.GetUtcNow()));
        (await ActivityAsync(driver, 42)).ShouldBe((false, null));
        await Queue(ExaminationQueue.Name).ClearMessagesAsync(Cancel);
        // Nobody has asked for the other one either.
        (await driver.App.Get<EvidenceSweep>().RunAsync(Cancel)).ShouldBe(2);

        await driver.DrainAsync();

        (await ActivityAsync(driver, 22)).ShouldBe((true, null));
    }

    [Fact]
    public async Task Record_SecondTime_ChangesNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await RecordAsync(driver);
        var before = await driver.RowsAsync(withETags: true);
        driver.App.Clock.Advance(TimeSpan.FromMinutes(10));

        await RecordAsync(driver);

        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
    }

    [Fact]
    public async Task Record_LateAfterASuccess_ChangesNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await driver.ExamineAsync(22);
        var before = await driver.RowsAsync(withETags: true);

        await RecordAsync(driver);

        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
        (await ActivityAsync(driver, 22)).ShouldBe((true, null));
    }

    [Fact]
    public async Task Record_ClaimThatHasChangedSince_WaitsForItsOwnExamination()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await RecordAsync(driver);
        var review = $"{AppDriver.Progress(22)}/review";
        (await driver.App.Secretariat().PostAsync(review, 1, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();

        await driver.SendAsync(22, 9, version: 2);

        (await ActivityAsync(driver, 22)).ShouldBe((false, null));
    }

    [Fact]
    public async Task Record_NeighbourForgetsWhatItWasExaminedAs_KeepsThatItFailed()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await RecordAsync(driver);

        await driver.App.Get<FindingsTable>().ClearFingerprintAsync(EvidenceDriver.Address(22), Cancel);

        (await ActivityAsync(driver, 22)).ShouldBe((false, driver.App.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Record_WhileItsFilesAreRead_SaysNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAsync(22, "informe.txt", "INFORME N° D000149-2023-MIMP-OGRH");

        await RecordAsync(driver);

        (await ActivityAsync(driver, 22)).ShouldBe((false, null));
    }

    [Fact]
    public async Task Record_ActivityThatIsNone_IsLeftAlone()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var before = await driver.RowsAsync(withETags: true);

        await driver.App.Get<FailedExaminationRecorder>().RecordAsync(EvidenceDriver.Address(999), Cancel);

        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
    }

    [Fact]
    public async Task Record_ClaimThatCannotBeRead_IsDoneWith()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        var table = new TableServiceClient(storage).GetTableClient(ProgressTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>("Outcome ne ''", cancellationToken: Cancel))
        {
            row["Outcome"] = "Otro";
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge, Cancel);
        }

        await Should.ThrowAsync<ArgumentException>(() => driver.ExamineAsync(22));
        await RecordAsync(driver);
    }

    [Fact]
    public async Task GiveUp_MessageOfTheQueue_IsTold()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        var message = (await Queue(ExaminationQueue.Name).ReceiveMessageAsync(cancellationToken: Cancel)).Value;

        await Triggers<FindingTriggers>(driver).GiveUpAsync(message.Body.ToString(), Cancel);

        (await ActivityAsync(driver, 22)).NotExaminedSince.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nada")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"plan\":\"plan-de-prueba\",\"period\":\"2023-III\",\"activity\":\"22\"}")]
    [InlineData("{\"plan\":\"plan-de-prueba\",\"period\":\"2023-II\",\"activity\":\"22\",\"id\":\"x\",\"again\":true}")]
    [InlineData("{\"subject\":null}")]
    [InlineData("{\"subject\":\"/blobServices/default/containers/reports/blobs/otro\"}")]
    [InlineData("{\"subject\":\"/blobServices/default/containers/evidence/blobs/otro\",\"id\":\"f\"}")]
    public async Task GiveUp_FileThatIsNotNamed_IsDoneWith(string message)
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var before = await driver.RowsAsync(withETags: true);

        await Triggers<ReadEvidenceTriggers>(driver).GiveUpAsync(message, Cancel);
        await Triggers<ReadEvidenceTriggers>(driver).GiveUpReadingAsync(message, Cancel);
        await Triggers<FindingTriggers>(driver).GiveUpAsync(message.Replace("\"22\"", "\"x\""), Cancel);

        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
    }

    private static T Triggers<T>(EvidenceDriver driver) =>
        ActivatorUtilities.CreateInstance<T>(driver.App.Get<IServiceProvider>());

    private static Task RecordAsync(EvidenceDriver driver) =>
        driver.App.Get<FailedExaminationRecorder>().RecordAsync(EvidenceDriver.Address(22), Cancel);

    private static async Task<(bool Examined, DateTimeOffset? NotExaminedSince)> ActivityAsync(
        EvidenceDriver driver,
        int number
    )
    {
        var path = $"{AppDriver.Plan()}/periods/2023-II/overview";
        var activity = (await driver.App.Secretariat().GetAsync(path)).ShouldBeOk()["activities"]!
            .AsArray()
            .Single(one => (string)one!["number"]! == $"{number}")!;
        return ((bool)activity["examined"]!, (DateTimeOffset?)activity["notExaminedSince"]);
    }

    private QueueClient Queue(string name) =>
        new(storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
