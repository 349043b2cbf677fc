using System.Net.Http.Json;
using Avance.Functions.Evidence;

namespace Avance.Bench.Evidence;

/// <summary>
/// How much memory host and worker take while four files arrive at once: each whole in a request of its own, which the host
/// holds in memory, or in parts, as the page sends large files.
/// </summary>
internal sealed class Uploads(CancellationToken token)
{
    private const int AtOnce = 4;
    private const int Megabyte = 1_048_576;
    private const int Large = 99;
    private const int Small = 1;
    private const string Format = "#,0 MB";
    private const string Name = "notas.txt";

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var small = await UploadAsync(azurite, Small, SendWholeAsync);
        var whole = await UploadAsync(azurite, Large, SendWholeAsync);
        var parts = await UploadAsync(azurite, Large, SendPartsAsync);
        var (inParts, smaller) = ($"{AtOnce} uploads of {Large} MB at once in parts", $"{Large} MB and of {Small} MB");
        report.Add(Figure.Of($"peak memory of the host, {inParts} and whole", parts.Host, whole.Host, Format));
        report.Add(Figure.Of("the same of the worker", parts.Worker, whole.Worker, Format));
        report.Add(
            Figure.Of($"peak memory of the host, uploads in parts of {smaller}", parts.Host, small.Host, Format)
        );
        report.Add(Figure.Of("the same of the worker", parts.Worker, small.Worker, Format).AtMost(1.2));
        report.Add(Figure.Of("the same of the worker, whole", whole.Worker, small.Worker, Format).AtMost(1.2));
    }

    /// <returns>The most memory in megabytes of an app that has taken a few files of that size at once and read none.</returns>
    private async Task<(double Host, double Worker)> UploadAsync(
        Azurite azurite,
        int megabytes,
        Func<AppProcess, ProgressAddress, byte[], Task> send
    )
    {
        Console.WriteLine($"Uploading {AtOnce} files of {megabytes} MB…");
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, 1, progress: false, token);
        await using var app = await AppProcess.StartAsync(storage, token, "ReadEvidence");
        var content = new byte[megabytes * Megabyte];
        Array.Fill(content, (byte)'a');
        var claims = Enumerable.Range(1, AtOnce).Select(activity => SamplePlan.Claim(SamplePlan.Id(0), activity));
        await Task.WhenAll(claims.Select(claim => send(app, claim, content)));
        return (app.Host.PeakMegabytes!.Value, app.Worker.PeakMegabytes!.Value);
    }

    private static Task SendWholeAsync(AppProcess app, ProgressAddress claim, byte[] content) =>
        SendAsync(app, HttpMethod.Post, "", claim, Guid.NewGuid(), Form(content));

    private static async Task SendPartsAsync(AppProcess app, ProgressAddress claim, byte[] content)
    {
        var (upload, number) = (Guid.NewGuid(), 0);
        foreach (var part in content.Chunk(EvidenceLimits.PartBytes))
        {
            await SendAsync(app, HttpMethod.Put, $"/parts/{++number}", claim, upload, Form(part));
        }

        var file = JsonContent.Create(new UploadCompletion(Name, content.Length));
        await SendAsync(app, HttpMethod.Post, "/parts", claim, upload, file);
    }

    private static Task<string> SendAsync(
        AppProcess app,
        HttpMethod method,
        string path,
        ProgressAddress claim,
        Guid upload,
        HttpContent content
    )
    {
        var (to, header) = ($"{SamplePlan.PathOf(claim)}/evidence{path}", (EvidenceUpload.UploadIdHeader, $"{upload}"));
        return app.SendAsync(method, to, SamplePlan.ReporterOf(claim), content, header);
    }

    private static MultipartFormDataContent Form(byte[] content) =>
        new() { { new ByteArrayContent(content), "file", Name } };
}
