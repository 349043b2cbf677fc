using System.Net;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Evidence;

public sealed class EvidenceApiTests(AzuriteFixture azurite)
{
    private const string Path = "/api/plans/plan-de-prueba/periods/2023-II/activities/22/evidence";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_SeveralFiles_AreListedWithSizeAndHash()
    {
        await using var app = await StartAsync();

        var answer = (
            await UploadAsync(app, Guid.NewGuid(), ("Lista ñ.txt", "22 hombres"), ("b.txt", "b"))
        ).ShouldBeOk();

        answer.Json.AsArray().Select(file => (string?)file!["name"]).ShouldBe(["Lista ñ.txt", "b.txt"]);
        var listed = (await app.Reporter().GetAsync(Path)).ShouldBeOk().Json.AsArray();
        listed.Count.ShouldBe(2);
        var first = listed.Single(file => (string?)file!["name"] == "Lista ñ.txt")!;
        ((long)first["size"]!).ShouldBe(10);
        ((string)first["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData("22 hombres"u8)));
        ((string)first["state"]!).ShouldBe("received");
        ((string)first["by"]!).ShouldBe("dev:unit-reporter:OGRH");
    }

    [Fact]
    public async Task Post_SameUploadAgain_MakesNoSecondCopy()
    {
        await using var app = await StartAsync();
        var upload = Guid.NewGuid();
        var first = (await UploadAsync(app, upload, ("a.txt", "uno"), ("b.txt", "dos"))).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = (await UploadAsync(app, upload, ("a.txt", "uno"), ("b.txt", "dos"))).ShouldBeOk();

        again.Text.ShouldBe(first.Text);
        (await CountBlobsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Post_SameUploadAfterACrashBetweenBlobAndRow_CompletesIt()
    {
        await using var app = await StartAsync();
        var upload = Guid.NewGuid();
        var first = (await UploadAsync(app, upload, ("a.txt", "uno"))).ShouldBeOk();
        await new Azure.Data.Tables.TableServiceClient(storage)
            .GetTableClient(EvidenceTable.Name)
            .DeleteEntityAsync("plan-de-prueba", $"2023-II|022|{first.Json[0]!["id"]}", cancellationToken: Cancel);
        (await app.Reporter().GetAsync(Path)).ShouldBeOk().Json.AsArray().ShouldBeEmpty();

        (await UploadAsync(app, upload, ("a.txt", "uno"))).ShouldBeOk();

        (await app.Reporter().GetAsync(Path)).ShouldBeOk().Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_OtherFileUnderTheSameUpload_IsRefused()
    {
        await using var app = await StartAsync();
        var upload = Guid.NewGuid();
        (await UploadAsync(app, upload, ("a.txt", "uno"))).ShouldBeOk();

        (await UploadAsync(app, upload, ("a.txt", "otro"))).ShouldBeProblem(409, "upload-id-reused");
    }

    [Fact]
    public async Task Post_EmptyFileAfterAGoodOne_KeepsTheGoodOneAndSaysSo()
    {
        await using var app = await StartAsync();

        var answer = await UploadAsync(app, Guid.NewGuid(), ("a.txt", "uno"), ("vacío.pdf", ""));

        answer.ShouldBeProblem(422, "file-empty", "vacío.pdf");
        answer["received"]!.AsArray().Select(file => (string?)file!["name"]).ShouldBe(["a.txt"]);
        (await CountBlobsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Post_FileOverTheLimit_IsRefusedAndNotKept()
    {
        await using var app = await StartAsync();
        using var content = Form(Guid.NewGuid());
        content.Add(new StreamContent(new LongStream((100 * 1_048_576) + 1)), "file", "grande.txt");

        var answer = await app.Reporter().SendAsync(HttpMethod.Post, Path, content: content);

        answer.ShouldBeProblem(413, "file-too-large", "grande.txt");
        (await CountBlobsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Post_NoFormOrNoFileOrNoId_IsRefused()
    {
        await using var app = await StartAsync();
        using var text = new StringContent("hola", Encoding.UTF8, "text/plain");
        text.Headers.Add("X-Upload-Id", Guid.NewGuid().ToString());
        using var empty = Form(Guid.NewGuid());
        empty.Add(new StringContent("x"), "campo");
        using var withoutId = new MultipartFormDataContent { { new StringContent("x"), "file", "a.txt" } };

        (await PostAsync(app, text)).ShouldBeProblem(415, "upload-not-multipart");
        (await PostAsync(app, empty)).ShouldBeProblem(422, "upload-without-files", "file");
        (await PostAsync(app, withoutId)).ShouldBeProblem(422, "upload-id-missing", "X-Upload-Id");
    }

    [Fact]
    public async Task Post_MoreFilesThanFitInAnUpload_KeepsTheFirst()
    {
        await using var app = await StartAsync();
        var files = Enumerable
            .Range(0, EvidenceLimits.MaxFilesPerUpload + 1)
            .Select(i => ($"{i}.txt", $"{i}"))
            .ToArray();

        var answer = await UploadAsync(app, Guid.NewGuid(), files);

        answer.ShouldBeProblem(413, "upload-too-many-files");
        answer["received"]!.AsArray().Count.ShouldBe(EvidenceLimits.MaxFilesPerUpload);
    }

    [Fact]
    public async Task Post_PeriodClosed_IsRefused()
    {
        await using var app = await StartAsync(TestPlan.Closes);

        (await UploadAsync(app, Guid.NewGuid(), ("a.txt", "uno"))).ShouldBeProblem(423, "period-closed");
    }

    [Fact]
    public async Task GetContent_OfAPage_IsAnAttachmentThatNothingRenders()
    {
        await using var app = await StartAsync();
        const string page = "<script>alert(1)</script>";
        var uploaded = (await UploadAsync(app, Guid.NewGuid(), ("../informe ñ.html", page))).ShouldBeOk();
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add(DevelopmentSignIn.Header, "secretariat plan-de-prueba");

        using var answer = await client.GetAsync($"{Path}/{uploaded.Json[0]!["id"]}/content", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe(page);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("informe ñ.html");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
    }

    [Theory]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("otra-cosa")]
    public async Task GetContent_UnknownId_IsNotFound(string id)
    {
        await using var app = await StartAsync();

        (await app.Reporter().GetAsync($"{Path}/{id}/content")).ShouldBeProblem(404, "evidence-unknown");
    }

    private async Task<AppDriver> StartAsync(DateTimeOffset? now = null)
    {
        var app = await AppDriver.StartAsync(storage, now);
        await app.AddAsync(new TestPlan().Activity(22).Build());
        return app;
    }

    private static Task<Answer> PostAsync(AppDriver app, HttpContent content) =>
        app.Reporter().SendAsync(HttpMethod.Post, Path, content: content);

    private static async Task<Answer> UploadAsync(AppDriver app, Guid upload, params (string Name, string Text)[] files)
    {
        using var content = Form(upload);
        foreach (var (name, text) in files)
        {
            content.Add(new StringContent(text), "file", name);
        }

        return await PostAsync(app, content);
    }

    private static MultipartFormDataContent Form(Guid upload)
    {
        var content = new MultipartFormDataContent();
        content.Headers.Add("X-Upload-Id", upload.ToString());
        return content;
    }

    private async Task<int> CountBlobsAsync()
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(EvidenceBlobs.Container);
        return await container.GetBlobsAsync(cancellationToken: Cancel).CountAsync(Cancel);
    }

    /// <summary>So many bytes, all zero, none of them in memory.</summary>
    private sealed class LongStream(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
