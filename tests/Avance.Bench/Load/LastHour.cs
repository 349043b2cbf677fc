using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Avance.Bench.Evidence;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Testing;

namespace Avance.Bench.Load;

/// <summary>
/// All units of a plan open their link, send three files and report, at once. Any refusal ends the run, and afterwards
/// everything has to be there that the units were given a receipt for.
/// </summary>
internal static class LastHour
{
    private const int FilesPerUnit = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<Measured> MeasureAsync(int units, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{units:N0} units open their link, send three files and report…");
        var files = BenchFiles.Small(units * FilesPerUnit).Chunk(FilesPerUnit).ToList();
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        var plan = LoadPlan.Create(units, TimeProvider.System.GetUtcNow());
        await Seeding.PlansAsync(storage, [plan], [], (_, _) => [], cancellationToken);
        await using var app = await AppProcess.StartAsync(
            AppProcess.Built,
            "/api/health",
            AppProcess.Settings(storage),
            cancellationToken
        );
        var tokens = await TokensAsync(app, units, cancellationToken);
        List<LoadedPage> pages = [];
        foreach (var path in new[] { "/entrar", "/inicio", "/actividades/1" })
        {
            pages.Add(await LoadedPage.FindAsync(app.Client, path, cancellationToken));
        }

        var served = await PageRates.MeasureAsync(app, pages[1], cancellationToken);
        var since = Stopwatch.GetTimestamp();
        var latencies = await VisitAsync(app, tokens, files, pages, cancellationToken);
        var sent = Stopwatch.GetElapsedTime(since);
        await VerifyAsync(app, storage, plan, files, cancellationToken);
        var read = Stopwatch.GetElapsedTime(since);
        return new Measured(
            [
                Figure.AtLeast(
                    "pages with all they load/s, 8 clients",
                    $"{served.App:N0}",
                    $"{served.Static:N0}",
                    served.App / served.Static,
                    0.6
                ),
            ],
            [
                $"load: /inicio comes with {pages[1].Parts.Count - 1} files, {pages[1].Parts.Sum(part => part.Body.Length) / 1e3:N0} KB together.",
                $"load: {units:N0} units at once made {latencies.Count:N0} requests in {sent.TotalSeconds:N1} s "
                    + $"({latencies.Count / sent.TotalSeconds:N0} a second), none refused; half took less than "
                    + $"{Statistics.Median(latencies):N0} ms, 99 of 100 less than {Statistics.Percentile(latencies, 0.99):N0} ms.",
                $"load: all {units * FilesPerUnit:N0} files and {units:N0} submissions are there as their receipts say; the "
                    + $"last file was read and the last claim examined {read.TotalSeconds:N1} s after the first unit came.",
            ]
        );
    }

    /// <summary>The links of the units, made by the secretariat.</summary>
    private static async Task<IReadOnlyList<string>> TokensAsync(
        AppProcess app,
        int units,
        CancellationToken cancellationToken
    )
    {
        var tokens = new List<string>();
        for (var activity = 1; activity <= units; activity++)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                new Uri($"/api/plans/{LoadPlan.Id}/links", UriKind.Relative)
            )
            {
                Content = JsonContent.Create(
                    new { unit = $"{LoadPlan.UnitOf(activity)}", period = $"{LoadPlan.Period}" }
                ),
            };
            request.Headers.Add(DevelopmentSignIn.Header, $"secretariat {LoadPlan.Id}");
            using var answer = await app.Client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var link = (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
            tokens.Add(((string)link["url"]!).Split('#')[1]);
        }

        return tokens;
    }

    /// <returns>Milliseconds of each request.</returns>
    private static async Task<List<double>> VisitAsync(
        AppProcess app,
        IReadOnlyList<string> tokens,
        List<BenchFile[]> files,
        List<LoadedPage> pages,
        CancellationToken cancellationToken
    )
    {
        var visits = await Task.WhenAll(tokens.Select(VisitAsync));
        return [.. visits.SelectMany(visit => visit.Latencies)];

        async Task<UnitVisit> VisitAsync(string token, int index)
        {
            using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = app.Client.BaseAddress, Timeout = Patience };
            var visit = new UnitVisit(client, index + 1, files[index], pages);
            var receipt = await visit.RunAsync(token, cancellationToken);
            var hashes = receipt["evidence"]!.AsArray().Select(file => (string)file!["sha256"]!);
            return hashes.Order(StringComparer.Ordinal).SequenceEqual(visit.Hashes.Order(StringComparer.Ordinal))
                ? visit
                : throw app.Failure($"The receipt of activity {index + 1} has other files than were sent.");
        }
    }

    /// <summary>Waits until everything is read and examined, and compares it with what was sent.</summary>
    private static async Task VerifyAsync(
        AppProcess app,
        string storage,
        Plan plan,
        List<BenchFile[]> files,
        CancellationToken cancellationToken
    )
    {
        var store = new EvidenceStore(storage);
        var claims = Enumerable
            .Range(1, files.Count)
            .Select(number => new ProgressAddress(LoadPlan.Id, LoadPlan.Period, new ActivityNumber(number)))
            .ToList();
        await store.WaitAsync(plan, claims, Patience, cancellationToken);
        var states = await store.StatesAsync(claims, cancellationToken);
        if (states.Count != files.Count * FilesPerUnit || states.Any(state => state != EvidenceState.Read))
        {
            throw app.Failure($"Of {files.Count * FilesPerUnit} files: {string.Join(' ', states)}.");
        }
    }
}
