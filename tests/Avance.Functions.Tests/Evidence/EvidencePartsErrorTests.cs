using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Evidence;

/// <summary>What is not taken of a file that comes in parts.</summary>
public sealed class EvidencePartsErrorTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();
    private readonly PartedFile sent = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Close_OfPartsOfSomebodyElseOrAnotherActivity_FindsNone()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);

        (await sent.MissingAsync(driver.App, driver.App.Secretariat())).ShouldBe([1, 2, 3]);
        (await sent.MissingAsync(driver.App, activity: 42)).ShouldBe([1, 2, 3]);
        (await sent.CloseAsync(driver.App)).ShouldBeOk();
    }

    [Fact]
    public async Task Close_WithOtherContentUnderTheSameUpload_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var other = sent.Content.Select(one => (byte)(one ^ 1)).ToArray();
        await sent.PutAllAsync(driver.App);
        await sent.PutAsync(driver.App, 2, PartedFile.PartOf(other, 2));
        (await sent.CloseAsync(driver.App)).ShouldBeProblem(409, "upload-id-reused");
        (await CountBlobsAsync()).ShouldBe(0);
        var next = Guid.NewGuid();
        await sent.PutAllAsync(driver.App, next);
        (await sent.CloseAsync(driver.App, next)).ShouldBeOk();

        await sent.PutAsync(driver.App, 3, PartedFile.PartOf(other, 3), next);
        (await sent.CloseAsync(driver.App, next)).ShouldBeProblem(409, "upload-id-reused");

        (await sent.CloseAsync(driver.App, next, size: sent.Content.Length - 1)).ShouldBeProblem(
            409,
            "upload-id-reused"
        );
        (await sent.CloseAsync(driver.App, next, name: "otro.txt")).ShouldBeProblem(409, "upload-id-reused");
        (await CountBlobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Put_PeriodClosedOrAlreadySent_IsRefusedAtTheFirstPart()
    {
        await using (var driver = await EvidenceDriver.StartAsync(storage))
        {
            await driver.SendAsync(22);
            (await sent.PutAsync(driver.App, 1)).ShouldBeProblem(409, "already-submitted");
            (await sent.CloseAsync(driver.App)).ShouldBeProblem(409, "already-submitted");
        }

        await using var late = await EvidenceDriver.StartAsync(storage, now: TestPlan.Closes);
        (await sent.PutAsync(late.App, 1)).ShouldBeProblem(423, "period-closed");
        (await sent.CloseAsync(late.App)).ShouldBeProblem(423, "period-closed");
    }

    [Fact]
    public async Task Put_WhatIsNoPartOfEvidence_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var app = driver.App;

        (await sent.PutAsync(app, 1, [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0])).ShouldBeProblem(
            415,
            "upload-type-not-allowed",
            PartedFile.Name
        );
        (await sent.PutAsync(app, 1, [])).ShouldBeProblem(422, "file-empty", PartedFile.Name);
        (await sent.PutAsync(app, 1, new byte[PartedFile.Full + 1])).ShouldBeProblem(
            413,
            "upload-part-too-large",
            PartedFile.Name
        );
        (await sent.PutAsync(app, 0)).ShouldBeProblem(422, "upload-part-number", "part");
        (await sent.PutAsync(app, 26, [65])).ShouldBeProblem(422, "upload-part-number", "part");
        (await sent.PutAsync(app, 25, [65])).ShouldBeOk();
        (await sent.PutAsync(app, 1, upload: Guid.Empty)).ShouldBeProblem(422, "upload-id-missing", "X-Upload-Id");
        using var empty = PartedFile.Form(sent.Upload);
        empty.Add(new StringContent("x"), "campo");
        (
            await app.Reporter().SendAsync(HttpMethod.Put, $"{EvidenceDriver.Path(22)}/parts/1", content: empty)
        ).ShouldBeProblem(422, "upload-without-files", "file");
    }

    [Fact]
    public async Task Put_TwoFilesInOneRequest_IsRefusedAndKeepsNeither()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        using var form = PartedFile.Form(sent.Upload);
        form.Add(new ByteArrayContent(PartedFile.PartOf(sent.Content, 1)), "file", PartedFile.Name);
        form.Add(new ByteArrayContent(PartedFile.PartOf(sent.Content, 2)), "file", PartedFile.Name);

        (
            await driver.App.Reporter().SendAsync(HttpMethod.Put, $"{EvidenceDriver.Path(22)}/parts/1", content: form)
        ).ShouldBeProblem(422, "upload-part-not-alone", "file");

        (await sent.MissingAsync(driver.App)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Close_WithAListThatIsNotThatOfItsParts_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAllAsync(driver.App);
        string[] right = [.. PartedFile.Hashes(sent.Content)];

        (await sent.CloseAsync(driver.App, parts: right[1..])).ShouldBeProblem(422, "upload-part-list", "parts");
        (await sent.CloseAsync(driver.App, parts: [.. right, right[0]])).ShouldBeProblem(
            422,
            "upload-part-list",
            "parts"
        );
        (await sent.CloseAsync(driver.App, parts: [right[0], "no", right[2]])).ShouldBeProblem(
            422,
            "upload-part-list",
            "parts[1]"
        );
        (await CountBlobsAsync()).ShouldBe(0);
        (await sent.CloseAsync(driver.App, parts: right)).ShouldBeOk();
    }

    /// <summary>The file of the upload is there already: what closes it again has to be the same.</summary>
    [Fact]
    public async Task Close_AgainNamingOtherParts_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var other = sent.Content.Select(one => (byte)(one ^ 1)).ToArray();
        await sent.PutAllAsync(driver.App);
        (await sent.CloseAsync(driver.App)).ShouldBeOk();

        (await sent.CloseAsync(driver.App, parts: PartedFile.Hashes(other))).ShouldBeProblem(409, "upload-id-reused");
    }

    /// <summary>Parts that are never made a file take room for a week.</summary>
    [Fact]
    public async Task Put_MoreThanTwiceThePartsThatAFileMayHave_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        for (byte content = 0; content < 50; content++)
        {
            (await sent.PutAsync(driver.App, 25, [content])).ShouldBeOk();
        }

        (await sent.PutAsync(driver.App, 25, [50])).ShouldBeProblem(409, "upload-parts-too-many");
        (await sent.PutAsync(driver.App, 1)).ShouldBeProblem(409, "upload-parts-too-many");

        // What is there may come again, and another upload has room of its own.
        (await sent.PutAsync(driver.App, 25, [0])).ShouldBeOk();
        (await sent.PutAsync(driver.App, 1, upload: Guid.NewGuid())).ShouldBeOk();
    }

    [Fact]
    public async Task Put_AnyPartOnceTheActivityHasAllItsFiles_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await sent.PutAsync(driver.App, 1);
        await FillAsync(driver, EvidenceLimits.MaxFilesPerActivity);

        (await sent.PutAsync(driver.App, 2)).ShouldBeProblem(409, "evidence-too-many-files");
    }

    /// <summary>Each upload that is begun is a file that may come.</summary>
    [Fact]
    public async Task Put_FirstPartOfOneMoreThanTheActivityMayHave_CountsThoseThatAreBegun()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await FillAsync(driver, EvidenceLimits.MaxFilesPerActivity - 1);
        (await sent.PutAsync(driver.App, 3)).ShouldBeOk();

        (await sent.PutAsync(driver.App, 3, upload: Guid.NewGuid())).ShouldBeProblem(409, "evidence-too-many-files");

        await sent.PutAllAsync(driver.App);
        (await sent.CloseAsync(driver.App)).ShouldBeOk();
    }

    [Fact]
    public async Task Close_OfAFileOfNoOrTooManyBytes_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);

        (await sent.CloseAsync(driver.App, size: 0)).ShouldBeProblem(422, "file-empty", PartedFile.Name);
        (await sent.CloseAsync(driver.App, size: (100L * 1_048_576) + 1)).ShouldBeProblem(
            413,
            "file-too-large",
            PartedFile.Name
        );
    }

    private static async Task FillAsync(EvidenceDriver driver, int files)
    {
        var address = EvidenceDriver.Address(22);
        for (var place = 0; place < files; place++)
        {
            var id = EvidenceId.Of(address, Guid.NewGuid(), 0);
            var file = new StoredEvidence(
                address,
                id,
                "a.txt",
                1,
                new string('0', 64),
                "dev:test",
                TestPlan.WhileOpen,
                EvidenceState.Received
            );
            await driver.App.Get<EvidenceTable>().TryAddAsync(file, Cancel);
        }
    }

    private async Task<int> CountBlobsAsync()
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(EvidenceBlobs.Container);
        return await container.GetBlobsAsync(cancellationToken: Cancel).CountAsync(Cancel);
    }
}
