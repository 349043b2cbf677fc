namespace Avance.Bench.Load;

/// <summary>How fast a page comes with all that it loads, beside the same bytes by an empty Functions app on the same host.</summary>
internal sealed class PageRates(LoadedPage page, CancellationToken token)
{
    private const int Clients = 8;
    private const int Rounds = 5;
    private const int PagesInRound = 200;

    /// <returns>Pages a second: medians of rounds in turns, after one that warms both up.</returns>
    public async Task<(double App, double Empty)> MeasureAsync(AppProcess app, string storage)
    {
        // As the app sends them: compressed already. A browser would be told so; the bench does not look.
        using var folder = new TemporaryFolder(page.Parts);
        var settings = AppProcess.Settings(storage);
        settings["EMPTY_APP_FILES"] = folder.Path;
        await using var empty = await AppProcess.StartAsync(
            AppProcess.BuiltFolder("tests/Avance.Bench.EmptyApp"),
            "/",
            settings,
            token
        );
        var rates = await Turns.TakeAsync(1, Rounds, _ => RateAsync(app), _ => RateAsync(empty));
        return (rates[0].Median(), rates[1].Median());
    }

    private async Task<double> RateAsync(AppProcess app)
    {
        var since = Stopwatch.GetTimestamp();
        await Turns.ForEachAsync(Enumerable.Range(0, PagesInRound), Clients, _ => GetAsync(app), token);
        return PagesInRound / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private async Task GetAsync(AppProcess app)
    {
        foreach (var part in page.Parts)
        {
            await LoadedPage.GetAsync(app.Client, part.Name, token);
        }
    }
}
