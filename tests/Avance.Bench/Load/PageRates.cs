using System.Diagnostics;
using Avance.Testing;

namespace Avance.Bench.Load;

/// <summary>How fast a page comes with all that it loads, beside the same bytes as static files of an empty app.</summary>
internal static class PageRates
{
    private const int Clients = 8;
    private const int Rounds = 5;
    private const int PagesInRound = 200;

    /// <returns>Pages a second: medians of rounds in turns, after one that warms both up.</returns>
    public static async Task<(double App, double Static)> MeasureAsync(
        AppProcess app,
        LoadedPage page,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("avance-bench-").FullName;
        try
        {
            // As the app sends them: compressed already. A browser would be told so; the bench does not look.
            foreach (var (path, body) in page.Parts)
            {
                var file = Path.Combine(folder, "wwwroot", FileOf(path).TrimStart('/'));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, body, cancellationToken);
            }

            await using var files = await AppProcess.StartAsync(
                RepositoryRoot.File("tests/Avance.Bench.EmptyApp/bin/Release/net10.0/Avance.Bench.EmptyApp.dll"),
                "/",
                new Dictionary<string, string> { ["ASPNETCORE_CONTENTROOT"] = folder },
                cancellationToken
            );
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                var one = await RateAsync(app, page.Parts.Select(part => part.Path).ToList(), cancellationToken);
                var other = await RateAsync(
                    files,
                    page.Parts.Select(part => FileOf(part.Path)).ToList(),
                    cancellationToken
                );
                if (round > 0)
                {
                    ours.Add(one);
                    theirs.Add(other);
                }
            }

            return (Statistics.Median(ours), Statistics.Median(theirs));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Static files are told by their ending what they are.
    private static string FileOf(string path) => Path.HasExtension(path) ? path : $"{path}.html";

    private static async Task<double> RateAsync(AppProcess app, List<string> paths, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, PagesInRound),
            new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = cancellationToken },
            async (_, token) =>
            {
                foreach (var path in paths)
                {
                    await LoadedPage.GetAsync(app.Client, path, token);
                }
            }
        );
        return PagesInRound / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
