using System.Security.Cryptography;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Evidence;

/// <summary>Large files, which come in parts.</summary>
public sealed class EvidencePartsTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();
    private readonly PartedFile sent = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_InAnyOrderAndClosed_AreTheFile()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var app = driver.App;
        await sent.PutAsync(app, 3);
        await sent.PutAsync(app, 1);
        await sent.PutAsync(app, 2);
        (await CountBlobsAsync()).ShouldBe(0);
        (await app.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json.AsArray().ShouldBeEmpty();

        var closed = (await sent.CloseAsync(app)).ShouldBeOk();

        var file = (await app.Reporter().GetAsync(EvidenceDriver.Path(22)))
            .ShouldBeOk()
            .Json.AsArray()
            .ShouldHaveSingleItem()!;
        file.AsObject().Remove("findings").ShouldBeTrue();
        file.ToJsonString().ShouldBe(closed.Json.ToJsonString());
        ((string)file["name"]!).ShouldBe(PartedFile.Name);
        ((long)file["size"]!).ShouldBe(sent.Content.Length);
        ((string)file["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sent.Content)));
        ((string)file["state"]!).ShouldBe("received");
        ((string)file["by"]!).ShouldBe("dev:unit-reporter:OGRH");
        (
            await driver.App.Get<EvidenceBlobs>().HashAsync(EvidenceDriver.Address(22), PartedFile.Id(closed), Cancel)
        ).ShouldBe((string)file["sha256"]!);
    }

    [Fact]
    public async Task Parts_SentAndClosedAgain_MakeNoSecondFile()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);
        await sent.PutAsync(driver.App, 2);
        var first = (await sent.CloseAsync(driver.App)).ShouldBeOk();
        driver.App.Clock.Advance(TimeSpan.FromMinutes(1));

        (await sent.CloseAsync(driver.App)).ShouldBeOk().Text.ShouldBe(first.Text);
        await sent.PutAsync(driver.App, 1);
        (await sent.CloseAsync(driver.App)).ShouldBeOk().Text.ShouldBe(first.Text);
        await sent.PutAllAsync(driver.App);
        (await sent.CloseAsync(driver.App)).ShouldBeOk().Text.ShouldBe(first.Text);

        (await CountBlobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Close_BeforeAllHaveArrived_SaysWhichAreMissing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        (await sent.MissingAsync(driver.App)).ShouldBe([1, 2, 3]);
        await sent.PutAsync(driver.App, 2);
        // Shorter than a part of its place has to be.
        (await sent.PutAsync(driver.App, 1, new byte[] { 65 })).ShouldBeOk();

        (await sent.MissingAsync(driver.App)).ShouldBe([1, 3]);
        await sent.PutAsync(driver.App, 1);
        await sent.PutAsync(driver.App, 3);

        (await sent.CloseAsync(driver.App)).ShouldBeOk();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_AgainAfterACrashAtAnyWrite_CompletesIt(bool afterSending)
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);
        driver.Faults.AfterSending = afterSending;
        var crashes = 0;
        for (var write = 1; ; write++)
        {
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            if ((await sent.CloseAsync(driver.App)).Status == 200)
            {
                break;
            }

            crashes++;
        }

        // At least the blob, its row, and who sent it.
        crashes.ShouldBeGreaterThanOrEqualTo(3);
        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json.AsArray().Count.ShouldBe(1);
        (await CountBlobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Read_OfAFileWhoseRowWasLost_FindsItWithItsName()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);
        driver.Faults.Reset();
        driver.Faults.FailAtWrite = 2;
        (await sent.CloseAsync(driver.App)).Status.ShouldBe(500);
        driver.Faults.Reset();
        var id = EvidenceId.Of(EvidenceDriver.Address(22), sent.Upload, 0);

        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);

        var file = (await driver.App.Get<EvidenceTable>().FindAsync(EvidenceDriver.Address(22), id, Cancel))!;
        (file.Name, file.Size, file.By).ShouldBe((PartedFile.Name, sent.Content.Length, "dev:unit-reporter:OGRH"));
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sent.Content)));
    }

    [Fact]
    public async Task Close_OfWhatWasUploadedWhole_GivesThatFile()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var id = await driver.UploadAsync(22, PartedFile.Name, sent.Content, sent.Upload);

        PartedFile.Id((await sent.CloseAsync(driver.App)).ShouldBeOk()).ShouldBe(id);
        await sent.PutAllAsync(driver.App);
        PartedFile.Id((await sent.CloseAsync(driver.App)).ShouldBeOk()).ShouldBe(id);
    }

    [Fact]
    public async Task Upload_WholeAfterSomeParts_IsTaken()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAsync(driver.App, 1);

        await driver.UploadAsync(22, PartedFile.Name, sent.Content, sent.Upload);

        (await CountBlobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Close_AgainAfterItWasWithdrawn_BringsItBack()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);
        var id = PartedFile.Id((await sent.CloseAsync(driver.App)).ShouldBeOk());
        var path = EvidenceDriver.Path(22);
        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{path}/{id}")).ShouldBeOk();

        (await sent.CloseAsync(driver.App)).ShouldBeOk();

        (await driver.App.Reporter().GetAsync(path)).ShouldBeOk().Json.AsArray().Count.ShouldBe(1);
    }

    /// <summary>A file that was changed while it was sent is there twice in places: what closes it says which of them are its.</summary>
    [Fact]
    public async Task Close_NamingItsPartsAfterOneCameWithTwoContents_PicksThese()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var changed = sent.Content.Select((one, at) => at == PartedFile.Full ? (byte)(one ^ 1) : one).ToArray();
        await sent.PutAllAsync(driver.App);
        await sent.PutAsync(driver.App, 2, PartedFile.PartOf(changed, 2));

        var closed = (await sent.CloseAsync(driver.App, parts: PartedFile.Hashes(changed))).ShouldBeOk();

        ((string)closed["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(changed)));
        (await sent.CloseAsync(driver.App, parts: PartedFile.Hashes(changed))).ShouldBeOk().Text.ShouldBe(closed.Text);
    }

    [Fact]
    public async Task Close_NamingAPartThatCameWithOtherContentAlone_SaysThatItIsMissing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var changed = sent.Content.Select((one, at) => at == PartedFile.Full ? (byte)(one ^ 1) : one).ToArray();
        await sent.PutAllAsync(driver.App);

        (await sent.MissingAsync(driver.App, parts: PartedFile.Hashes(changed))).ShouldBe([2]);

        (await sent.CloseAsync(driver.App, parts: PartedFile.Hashes(sent.Content))).ShouldBeOk();
    }

    private async Task<int> CountBlobsAsync()
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(EvidenceBlobs.Container);
        return await container.GetBlobsAsync(cancellationToken: Cancel).CountAsync(Cancel);
    }
}
