using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Testing;

namespace Avance.Bench.Evidence;

/// <summary>How much memory the app takes while files arrive: it passes them on and never holds one whole.</summary>
internal static class Uploads
{
    private const int Files = 4;
    private const int Megabyte = 1_048_576;
    private const int Small = 1;
    private const int Large = 100;

    public static async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var small = await UploadAsync(azurite, Small, cancellationToken);
        var large = await UploadAsync(azurite, Large, cancellationToken);
        return new Measured(
            [
                Figure.AtMost(
                    $"peak memory, uploads of {Large} MB and of {Small} MB",
                    $"{large / 1e6:N0} MB",
                    $"{small / 1e6:N0} MB",
                    (double)large / small,
                    1.2
                ),
            ],
            []
        );
    }

    /// <returns>The most memory of an app that has taken a few files of that size and read none, in bytes.</returns>
    private static async Task<long> UploadAsync(Azurite azurite, int megabytes, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Uploading {Files} files of {megabytes} MB…");
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, 1, progress: false, cancellationToken);
        var settings = AppProcess.Settings(storage);
        settings["AzureWebJobs.ReadEvidence.Disabled"] = "true";
        await using var app = await AppProcess.StartAsync(AppProcess.Built, "/api/health", settings, cancellationToken);
        var plan = SamplePlan.Id(0);
        var content = new byte[megabytes * Megabyte];
        Array.Fill(content, (byte)'a');
        for (var file = 0; file < Files; file++)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "notas.txt" } };
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri($"/api/plans/{plan}/periods/{SamplePlan.Periods[1]}/activities/1/evidence", UriKind.Relative)
            )
            {
                Content = form,
            };
            request.Headers.Add(EvidenceUpload.UploadIdHeader, $"{Guid.NewGuid()}");
            request.Headers.Add(DevelopmentSignIn.Header, $"unit-reporter {plan} {SamplePlan.UnitOf(1)}");
            using var answer = await app.Client.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw app.Failure($"An upload was answered {(int)answer.StatusCode}.");
            }
        }

        return app.PeakMemory;
    }
}
