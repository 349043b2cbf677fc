using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Avance.Testing;

namespace Avance.Bench;

/// <summary>Starts the app, as it would be deployed, and an empty app in turns, until each answers.</summary>
internal static class ColdStart
{
    public static async Task<Measured> MeasureAsync(int starts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("avance-bench-").FullName;
        try
        {
            Console.WriteLine("Publishing the app and an empty one…");
            var app = await PublishAsync("functions", "Avance.Functions", folder, cancellationToken);
            var empty = await PublishAsync(
                "tests/Avance.Bench.EmptyApp",
                "Avance.Bench.EmptyApp",
                folder,
                cancellationToken
            );
            await using var azurite = await Azurite.StartAsync(cancellationToken);
            var settings = AppProcess.Settings(azurite.NewAccount(), "Production");
            Console.WriteLine($"Starting each {starts} times…");
            var (ours, theirs, healthy) = (new List<double>(), new List<double>(), new List<double>());
            // The first start of each reads its files from the disk.
            for (var start = 0; start <= starts; start++)
            {
                var (one, other, working) = (
                    await StartAsync(app, "/entrar", settings, cancellationToken),
                    await StartAsync(empty, "/", settings, cancellationToken),
                    await StartAsync(app, "/api/health", settings, cancellationToken)
                );
                if (start > 0)
                {
                    ours.Add(one);
                    theirs.Add(other);
                    healthy.Add(working);
                }
            }

            var (our, their) = (Statistics.Median(ours), Statistics.Median(theirs));
            return new Measured(
                [
                    Figure.AtMost(
                        "cold start to the first answer",
                        string.Create(CultureInfo.InvariantCulture, $"{our:N0} ms"),
                        string.Create(CultureInfo.InvariantCulture, $"{their:N0} ms"),
                        our / their,
                        1.5
                    ),
                    Figure.Shown(
                        "the same until the storage is reached",
                        string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(healthy):N0} ms"),
                        string.Create(CultureInfo.InvariantCulture, $"{their:N0} ms"),
                        Statistics.Median(healthy) / their
                    ),
                ],
                [
                    $"start: medians of {starts} starts in turns; app {Shown(ours)} ms, empty app {Shown(theirs)} ms.",
                    "start: the app's answer is the page that links lead to, then /api/health; both apps are compiled ahead of "
                        + "time (ReadyToRun) and run in the Production environment.",
                ]
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Shown(IReadOnlyCollection<double> starts) => $"{starts.Min():N0} to {starts.Max():N0}";

    private static async Task<double> StartAsync(
        string dll,
        string path,
        Dictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        await using var app = await AppProcess.StartAsync(dll, path, settings, cancellationToken);
        return app.StartTook.TotalMilliseconds;
    }

    // Everything that the compiler writes goes to the folder: the checkout stays as it is.
    private static async Task<string> PublishAsync(
        string project,
        string name,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var output = Path.Combine(folder, name);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                RepositoryRoot.File(project),
                "--configuration",
                "Release",
                "--runtime",
                RuntimeInformation.RuntimeIdentifier,
                "--no-self-contained",
                "--output",
                output,
                "--verbosity",
                "quiet",
                "-nologo",
                "-p:UseArtifactsOutput=true",
                $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        try
        {
            var log = await publish.StandardOutput.ReadToEndAsync(cancellationToken);
            await publish.WaitForExitAsync(cancellationToken);
            return publish.ExitCode == 0
                ? Path.Combine(output, $"{name}.dll")
                : throw new InvalidOperationException($"{project} could not be published:\n{log}");
        }
        finally
        {
            publish.Kill(entireProcessTree: true);
        }
    }
}
