using Avance.Functions.Evidence;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Testing;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Evidence;

/// <summary>What is not taken of a file that comes in parts.</summary>
public sealed class EvidencePartsRefusalTests(AzuriteFixture azurite)
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

    private async Task<int> CountBlobsAsync()
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(EvidenceBlobs.Container);
        return await container.GetBlobsAsync(cancellationToken: Cancel).CountAsync(Cancel);
    }
}
