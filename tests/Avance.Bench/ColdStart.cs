using System.Runtime.InteropServices;

namespace Avance.Bench;

/// <summary>Starts the app, as it would be deployed, and an empty Functions app in turns on one host, until each answers.</summary>
internal sealed class ColdStart(int starts, CancellationToken token)
{
    public async Task MeasureAsync(Report report)
    {
        using var folder = new TemporaryFolder();
        Console.WriteLine("Publishing the app and an empty one…");
        var app = await PublishAsync("functions", folder.Path);
        var empty = await PublishAsync("tests/Avance.Bench.EmptyApp", folder.Path);
        await using var azurite = await Azurite.StartAsync(token);
        var settings = AppProcess.Settings(azurite.NewAccount(), "Production");
        Console.WriteLine($"Starting each {starts} times…");
        // The first start of each reads its files from the disk.
        var times = await Turns.TakeAsync(
            1,
            starts,
            _ => StartAsync(app, "/entrar", settings),
            _ => StartAsync(empty, "/", settings),
            _ => StartAsync(app, "/api/health", settings)
        );
        var (ours, theirs, healthy) = (times[0].Median(), times[1].Median(), times[2].Median());
        report.Add(Figure.Of("cold start to the first answer", ours, theirs, "#,0 ms").AtMost(1.5));
        report.Add(Figure.Of("the same until the storage is reached", healthy, theirs, "#,0 ms"));
        report.Note(
            $"start: medians of {starts} starts in turns, from the start of the Functions host; app {Shown(times[0])} ms, empty "
                + $"app {Shown(times[1])} ms, app until the storage is reached {Shown(times[2])} ms."
        );
        report.Note(
            "start: the app's answer is the page that links lead to, then /api/health; both apps are compiled ahead of time "
                + "(ReadyToRun) and run in the Production environment."
        );
    }

    private static string Shown(IReadOnlyCollection<double> starts) => $"{starts.Min():N0} to {starts.Max():N0}";

    private async Task<double> StartAsync(string folder, string path, Dictionary<string, string> settings)
    {
        await using var app = await AppProcess.StartAsync(folder, path, settings, token);
        return app.StartTook;
    }

    // Everything that the compiler writes goes to the folder: the checkout stays as it is.
    private async Task<string> PublishAsync(string project, string folder)
    {
        var output = Path.Combine(folder, Path.GetFileName(project));
        string[] options =
        [
            "--configuration",
            "Release",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--no-self-contained",
            "--output",
            output,
            "-nologo",
            "--verbosity",
            "quiet",
            "-clp:ErrorsOnly",
            "-p:UseArtifactsOutput=true",
            $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}",
        ];
        await using var console = Console.OpenStandardOutput();
        await Tool.RunAsync(["dotnet", "publish", RepositoryRoot.File(project), .. options], token, output: console);
        return output;
    }
}
