using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Evidence;

/// <summary>How large a request may be: what the setting says, whatever the server's own default is (30,000,000 bytes).</summary>
public sealed class UploadLimitTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1_048_576;
    private const int Setting = 40;

    [Fact]
    public async Task Post_AboveTheServersDefault_IsTaken()
    {
        await using var app = await StartAsync();
        using var form = Form();
        form.Add(new ByteArrayContent(Text(31_000_000)), "file", "grande.txt");

        (await app.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form)).ShouldBeOk();
    }

    [Fact]
    public async Task Post_AboveTheSetting_IsRefusedWithTheTrueLimit()
    {
        await using var app = await StartAsync();
        using var form = Form();
        form.Add(new ByteArrayContent(Text(Setting * Megabyte)), "file", "a.txt");
        form.Add(new ByteArrayContent(Text(2 * Megabyte)), "file", "b.txt");

        var answer = await app.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);

        answer.ShouldBeProblem(413, "upload-too-large");
        answer.Text.ShouldContain($"({Setting} MB)");
        answer.Text.ShouldContain("envíe los demás en otra tanda");
    }

    /// <summary>Refused by who asks, before a byte of it is looked at.</summary>
    [Fact]
    public async Task Post_LongBodyOfSomebodyUnknown_IsRefusedInWords()
    {
        await using var app = await StartAsync();
        using var form = Form();
        form.Add(new ByteArrayContent(Text(31_000_000)), "file", "grande.txt");

        var answer = await app.As(null).SendAsync(HttpMethod.Post, EvidenceDriver.Path(22), content: form);

        answer.ShouldBeProblem(401, "not-signed-in");
    }

    /// <summary>A line that stalls for some seconds is not given up: the host in front of the app says how slow a body may be.</summary>
    [Fact]
    public async Task Server_OfTheApp_HasNoLeastRateOfItsOwn()
    {
        await using var app = await StartAsync();

        app.Get<IOptions<KestrelServerOptions>>().Value.Limits.MinRequestBodyDataRate.ShouldBeNull();
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            configure: builder => builder.Configuration["Reading:FileMegabytes"] = $"{Setting}"
        );
        await app.AddAsync(new TestPlan().Activity(22).Build());
        return app;
    }

    private static byte[] Text(int length)
    {
        var text = new byte[length];
        text.AsSpan().Fill((byte)'a');
        return text;
    }

    private static MultipartFormDataContent Form()
    {
        var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        return form;
    }
}
