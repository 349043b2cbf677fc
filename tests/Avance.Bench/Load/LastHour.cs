using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Avance.Bench.Evidence;
using Avance.Functions.Plans;

namespace Avance.Bench.Load;

/// <summary>
/// All units of a plan open their link, send three files and report, at once. Any error ends the run, and afterwards
/// everything has to be there that the units were given a receipt for.
/// </summary>
internal sealed class LastHour(int units, CancellationToken token)
{
    private const int FilesPerUnit = 3;
    private static readonly PlanId Id = new("plan-de-la-ultima-hora");
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    public async Task MeasureAsync(Report report)
    {
        Console.WriteLine($"{units:N0} units open their link, send three files and report…");
        var files = BenchFiles.Small(units * FilesPerUnit).Chunk(FilesPerUnit).ToList();
        await using var azurite = await Azurite.StartAsync(token);
        var storage = azurite.NewAccount();
        var inAnHour = TimeProvider.System.GetUtcNow().AddHours(1);
        var plan = SamplePlan.Create(Id, units, units);
        plan = plan with { Periods = [plan.Periods[1] with { Due = inAnHour, Closes = inAnHour }] };
        await Seeding.PlansAsync(storage, [plan], token);
        await using var app = await AppProcess.StartAsync(storage, token);
        var links = await LinksAsync(app);
        List<LoadedPage> pages = [];
        foreach (var path in new[] { "/entrar", "/inicio", "/actividades/1" })
        {
            pages.Add(await LoadedPage.FindAsync(app.Client, path, token));
        }

        var served = await new PageRates(pages[1], token).MeasureAsync(app, storage);
        var since = Stopwatch.GetTimestamp();
        var visits = await Task.WhenAll(
            links.Select((link, place) => VisitAsync(app, link, place + 1, files[place], pages))
        );
        var latencies = visits.SelectMany(visit => visit.Latencies).ToList();
        var sent = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await VerifyAsync(app, storage, plan);
        var read = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var kilobytes = pages[1].Parts.Sum(part => part.Content.Length) / 1e3;
        report.Add(Figure.Of("pages with all they load/s, 8 clients", served.App, served.Empty).AtLeast(0.6));
        report.Note($"load: /inicio comes with {pages[1].Parts.Count - 1} files, {kilobytes:N0} KB together.");
        report.Note(
            $"load: {units:N0} units at once made {latencies.Count:N0} requests in {sent:N1} s ({latencies.Count / sent:N0} a "
                + $"second), none refused; half took less than {latencies.Median():N0} ms, 99 of 100 less than "
                + $"{latencies.Percentile(0.99):N0} ms."
        );
        report.Note(
            $"load: all {units * FilesPerUnit:N0} files and {units:N0} submissions are there as their receipts say; the "
                + $"last file was read and the last claim examined {read:N1} s after the first unit came."
        );
    }

    /// <summary>What the links of the units say, as the secretariat makes them.</summary>
    private async Task<IReadOnlyList<string>> LinksAsync(AppProcess app)
    {
        var links = new List<string>();
        for (var activity = 1; activity <= units; activity++)
        {
            var link = JsonContent.Create(
                new { unit = $"{SamplePlan.UnitOf(activity, units)}", period = $"{SamplePlan.Periods[1]}" }
            );
            var path = $"/api/plans/{Id}/links";
            var made = await app.SendAsync(HttpMethod.Post, path, $"secretariat {Id}", link);
            links.Add(((string)JsonNode.Parse(made)!["url"]!).Split('#')[1]);
        }

        return links;
    }

    private async Task<UnitVisit> VisitAsync(
        AppProcess app,
        string link,
        int activity,
        BenchFile[] files,
        IReadOnlyList<LoadedPage> pages
    )
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app.Client.BaseAddress, Timeout = MaxWait };
        var visit = new UnitVisit(
            client,
            SamplePlan.Claim(Id, activity),
            SamplePlan.UnitOf(activity, units),
            files,
            pages,
            token
        );
        var receipt = await visit.RunAsync(link);
        var hashes = receipt["evidence"]!.AsArray().Select(file => (string)file!["sha256"]!);
        return hashes.Order(StringComparer.Ordinal).SequenceEqual(visit.Hashes.Order(StringComparer.Ordinal))
            ? visit
            : throw app.Failure($"The receipt of activity {activity} has other files than were sent.");
    }

    /// <summary>Waits until everything is read and examined, and compares it with what was sent.</summary>
    private async Task VerifyAsync(AppProcess app, string storage, Plan plan)
    {
        var claims = Enumerable.Range(1, units).Select(activity => SamplePlan.Claim(Id, activity));
        await new EvidenceStore(storage, token).WaitAsync(app, plan, [.. claims], units * FilesPerUnit, MaxWait);
    }
}
