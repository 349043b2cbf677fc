using System.Diagnostics;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Testing;

namespace Avance.Bench;

/// <summary>
/// Eight units' forms send progress over HTTP without pause, each to activities of its own. The JavaScript client
/// writes two entities in a transaction, as often and by as many workers, on the same storage, in turns with the app.
/// </summary>
internal static class Submissions
{
    private const int Clients = 8;
    private const int Rounds = 3;
    private const int WarmUp = 1_200;
    private const int PerPlan = SamplePlan.Activities * 2;

    public static async Task<Measured> MeasureAsync(int count, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Sending {2 * count:N0} submissions…");
        var perRound = count / Rounds / Clients * Clients;
        // Nothing is sent twice.
        var perApp = WarmUp + (Rounds * perRound);
        var plans = (2 * perApp / PerPlan) + 1;
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, plans, progress: false, cancellationToken);
        var alone = await MeasureAsync(storage, plans, 0, perRound, examines: false, cancellationToken);
        var examined = await MeasureAsync(storage, plans, perApp, perRound, examines: true, cancellationToken);
        var (median, high) = (alone.Sent.Median, alone.Sent.High);
        return new Measured(
            [
                Figure.AtLeast(
                    "submissions/s, 8 clients",
                    $"{alone.Sent.PerSecond:N0}",
                    $"{alone.Bare.PerSecond:N0}",
                    alone.Sent.PerSecond / alone.Bare.PerSecond,
                    0.6
                ),
                Figure.AtMost("99th percentile and median", $"{high:N1} ms", $"{median:N1} ms", high / median, 5),
                Figure.Shown(
                    "the same of the bare transactions",
                    $"{alone.Bare.High:N1} ms",
                    $"{alone.Bare.Median:N1} ms",
                    alone.Bare.High / alone.Bare.Median
                ),
                Figure.Shown(
                    "submissions/s while claims are examined",
                    $"{examined.Sent.PerSecond:N0}",
                    $"{examined.Bare.PerSecond:N0}",
                    examined.Sent.PerSecond / examined.Bare.PerSecond
                ),
            ],
            [
                $"submissions: rounds of {perRound:N0}; app {alone.Sent.Rates} a second, bare transactions {alone.Bare.Rates}; "
                    + $"while claims are examined {examined.Sent.Rates} and {examined.Bare.Rates}.",
                "submissions: where the bare transactions have a high ratio too, it is the emulator or the machine that "
                    + "pauses.",
            ]
        );
    }

    /// <param name="examines">True lets the app examine the claims meanwhile, as a real one does in its own time.</param>
    private static async Task<(Series Sent, Series Bare)> MeasureAsync(
        string storage,
        int plans,
        int first,
        int perRound,
        bool examines,
        CancellationToken cancellationToken
    )
    {
        var settings = AppProcess.Settings(storage);
        settings["AzureWebJobs.CheckClaim.Disabled"] = examines ? "false" : "true";
        await using var app = await AppProcess.StartAsync(AppProcess.Built, "/api/health", settings, cancellationToken);
        await SendAsync(app, first, WarmUp, cancellationToken);
        await PairsAsync(storage, plans, first, WarmUp, cancellationToken);
        var sent = new List<BaselineResult>();
        var bare = new List<BaselineResult>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = first + WarmUp + (round * perRound);
            sent.Add(await SendAsync(app, start, perRound, cancellationToken));
            bare.Add(await PairsAsync(storage, plans, start, perRound, cancellationToken));
        }

        return (new Series(sent), new Series(bare));
    }

    private static async Task<BaselineResult> SendAsync(
        AppProcess app,
        int first,
        int count,
        CancellationToken cancellationToken
    )
    {
        var latencies = new double[count];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => ClientAsync()));
        return new BaselineResult(count, Stopwatch.GetElapsedTime(started).TotalSeconds, latencies);

        async Task ClientAsync()
        {
            for (var item = Interlocked.Increment(ref next); item < count; item = Interlocked.Increment(ref next))
            {
                var since = Stopwatch.GetTimestamp();
                await SendAsync(app, first + item, cancellationToken);
                latencies[item] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }
        }
    }

    private static Task SendAsync(AppProcess app, int item, CancellationToken cancellationToken) =>
        Claims.SendAsync(
            app,
            new ProgressAddress(
                SamplePlan.Id(item / PerPlan),
                SamplePlan.Periods[item % 2],
                new ActivityNumber((item % PerPlan / 2) + 1)
            ),
            ["Informe N° D000123-2023-MIMP-OGRH"],
            [],
            cancellationToken
        );

    private static Task<BaselineResult> PairsAsync(
        string storage,
        int plans,
        int first,
        int count,
        CancellationToken cancellationToken
    ) =>
        Baseline.RunAsync(
            new
            {
                Mode = "pairs",
                storage,
                Plans = Enumerable.Range(0, plans).Select(number => SamplePlan.Id(number).ToString()),
                Table = "bare",
                Rows = new object[] { Row("current|NUMBER"), Row("version|NUMBER") },
                first,
                count,
                Workers = Clients,
            },
            cancellationToken
        );

    // The columns that a row of progress has.
    private static Dictionary<string, object> Row(string key) =>
        JavaScriptRow.Of(SamplePlan.Progress(new PlanId("bare")).First(), "", key);

    private sealed record Series(IReadOnlyList<BaselineResult> All)
    {
        private readonly List<double> latencies = [.. All.SelectMany(round => round.Latencies!)];

        public double PerSecond => Statistics.Median(All.Select(round => round.PerSecond));

        /// <summary>Milliseconds.</summary>
        public double Median => Statistics.Median(latencies);

        /// <summary>The 99th percentile, milliseconds.</summary>
        public double High => Statistics.Percentile(latencies, 0.99);

        public string Rates => string.Join(", ", All.Select(round => $"{round.PerSecond:N0}"));
    }
}
