using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Evidence;

/// <summary>What was sent with a submission, and what can be taken back before.</summary>
public sealed class EvidenceManifestTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_WithFiles_KeepsNameSizeAndHashOfEach()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var first = await driver.UploadAsync(22, "a.txt", "uno");
        var withdrawn = await driver.UploadAsync(22, "b.txt", "dos");
        await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{withdrawn}");

        await driver.SendAsync(22);

        var sent = (await driver.App.Reporter().GetAsync(AppDriver.Progress(22))).ShouldBeOk()["evidence"]!;
        var file = sent.AsArray().ShouldHaveSingleItem()!;
        ((string)file["id"]!).ShouldBe(first.ToString());
        ((string)file["name"]!).ShouldBe("a.txt");
        ((long)file["size"]!).ShouldBe(3);
        ((string)file["sha256"]!).Length.ShouldBe(64);
    }

    [Fact]
    public async Task Submit_TwoHundredFilesWithLongNames_KeepsAllOfThem()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await FillAsync(driver);

        await driver.SendAsync(22);

        var progress = await driver.App.Reporter().GetAsync(AppDriver.Progress(22));
        progress.ShouldBeOk()["evidence"]!.AsArray().Count.ShouldBe(EvidenceLimits.MaxFilesPerActivity);
    }

    [Fact]
    public async Task Post_MoreFilesThanAnActivityMayHave_IsRefused()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await FillAsync(driver);
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        form.Add(new StringContent("uno"), "file", "a.txt");

        var answer = await driver.App.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);

        answer.ShouldBeProblem(409, "evidence-too-many-files");
        ((string)answer["detail"]!).ShouldContain("ZIP");
    }

    [Fact]
    public async Task Submit_NamingAFileThatWasNotUploaded_IsRefusedWithItsPlace()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var file = await driver.UploadAsync(22, "a.txt", "uno");
        var other = await driver.UploadAsync(42, "b.txt", "dos");
        object Body(params EvidenceId[] evidence) => SentProgress.Submission(Guid.NewGuid(), evidence: evidence);

        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, Body(file, other))).ShouldBeProblem(
            422,
            "evidence-not-uploaded",
            "evidence[1]"
        );
        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, Body(file))).ShouldBeOk();
    }

    [Fact]
    public async Task Withdraw_OfWhatWasSent_IsRefusedUntilItIsReturned()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var id = await driver.UploadAsync(22, "a.txt", "uno");
        await driver.SendAsync(22);
        var path = $"{EvidenceDriver.Path(22)}/{id}";

        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, path)).ShouldBeProblem(409, "evidence-sent");
        var review = $"{AppDriver.Progress(22)}/review";
        (await driver.App.Secretariat().PostAsync(review, 1, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();

        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, path)).ShouldBeOk();
        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, path)).ShouldBeOk();
        (await driver.App.Reporter().GetAsync($"{path}/content")).Status.ShouldBe(200);
        (await driver.App.Reporter().GetAsync(AppDriver.Progress(22))).ShouldBeOk()["evidence"]!
            .AsArray()
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task Withdraw_AtTheMomentItsReadingIsKept_IsRefusedAndChangesNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var id = await driver.UploadAsync(22, "a.txt", "uno");
        var path = $"{EvidenceDriver.Path(22)}/{id}";
        driver.Faults.BeforeWrite = async _ =>
        {
            driver.Faults.BeforeWrite = null;
            await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        };

        var answer = await driver.App.Reporter().SendAsync(HttpMethod.Delete, path);

        answer.ShouldBeProblem(409, "evidence-busy");
        ((string)answer["detail"]!).ShouldContain("«a.txt»");
        var file = (await driver.App.Get<EvidenceTable>().FindAsync(EvidenceDriver.Address(22), id, Cancel))!;
        (file.State, file.WithdrawnAt).ShouldBe((EvidenceState.Read, null));
        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, path)).ShouldBeOk();
    }

    [Fact]
    public async Task Post_AfterItWasSent_IsRefusedUntilItIsReturned()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        form.Add(new StringContent("tarde"), "file", "tarde.txt");

        var answer = await driver.App.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);

        answer.ShouldBeProblem(409, "already-submitted");
    }

    [Fact]
    public async Task Check_FileThatWasNotSent_SaysNothingOfIt()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var sent = await driver.UploadAndReadAsync(22, "propio.txt", "INFORME N° D000149-2023-MIMP-OGRH\nSe ejecutó.");
        await driver.UploadAndReadAsync(22, "ajeno.pdf", "No es un PDF.");
        await driver.DrainAsync();
        (await driver.CodesAsync(22)).ShouldContain("evidence-type-mismatch");

        var body = SentProgress.Submission(Guid.NewGuid(), evidence: [sent]);
        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, body)).ShouldBeOk();
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldNotContain("evidence-type-mismatch");
    }

    [Fact]
    public async Task Post_FormThatEndsEarly_SaysWhatWasKept()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        const string Part = "Content-Disposition: form-data; name=\"file\"; filename=\"{0}\"\r\n\r\n";
        var text = $"--x\r\n{Part.Replace("{0}", "a.txt")}uno\r\n--x\r\n{Part.Replace("{0}", "b.txt")}dos";
        using var content = new StringContent(text);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(
            "multipart/form-data; boundary=x"
        );
        content.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());

        var answer = await driver.App.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: content);

        answer.ShouldBeProblem(400, "upload-malformed");
        var received = answer["received"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)received["name"]!).ShouldBe("a.txt");
        ((string)received["id"]!).Length.ShouldBe(32);
        ((string)received["state"]!).ShouldBe("received");
    }

    [Theory]
    [InlineData("programa.pdf", new byte[] { 0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0 })]
    [InlineData("película.docx", new byte[] { 0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70 })]
    [InlineData("archivos.zip", new byte[] { 0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0 })]
    public async Task Post_WhatIsNeverEvidence_IsRefusedWhateverItsName(string name, byte[] content)
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        form.Add(new ByteArrayContent(content), "file", name);

        var answer = await driver.App.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);

        answer.ShouldBeProblem(415, "upload-type-not-allowed", name);
        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
    }

    /// <summary>As many files as an activity may have, without their content.</summary>
    private static async Task FillAsync(EvidenceDriver driver)
    {
        var address = EvidenceDriver.Address(22);
        var table = driver.App.Get<EvidenceTable>();
        for (var number = 0; number < EvidenceLimits.MaxFilesPerActivity; number++)
        {
            var id = EvidenceId.Of(address, Guid.NewGuid(), number);
            var name = $"{number} {new string('ñ', 150)}.pdf";
            await table.TryAddAsync(
                new StoredEvidence(
                    address,
                    id,
                    name,
                    1,
                    new string('0', 64),
                    "dev",
                    TestPlan.WhileOpen,
                    EvidenceState.Read
                ),
                Cancel
            );
        }
    }
}
