using System.Net;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Evidence;

/// <summary>How large a request may be: what the setting says, whatever the server's own default is (30,000,000 bytes).</summary>
public sealed class UploadLimitTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1_048_576;
    private const int Setting = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_TakesAFileOfTheSettingAndTheFormAroundIt()
    {
        await using var app = await StartAsync();

        var most = app.Get<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize;

        app.Get<IOptions<ReadingOptions>>().Value.FileMegabytes.ShouldBe(Setting);
        most.ShouldBe((Setting + 1) * Megabyte);
    }

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
        form.Add(new StringContent("uno"), "file", "a.txt");
        form.Headers.ContentLength = (Setting + 2) * Megabyte;
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add(DevelopmentSignIn.Header, "unit-reporter plan-de-prueba OGRH");
        // The answer comes before the content, which is never sent.
        client.DefaultRequestHeaders.ExpectContinue = true;

        using var answer = await client.PostAsync(EvidenceDriver.Path(22), form, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var problem = await answer.Content.ReadAsStringAsync(Cancel);
        problem.ShouldContain("\"code\":\"upload-too-large\"");
        problem.ShouldContain($"({Setting} MB)");
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
