using Avance.Functions.Plans;

namespace Avance.Bench;

/// <summary>
/// Eight units' forms send progress over HTTP without pause, each to activities of its own. The JavaScript client writes
/// two entities in a transaction, after a read of the plan as the app has to make it and without, as often and by as many
/// workers, on the same storage, in turns with the app.
/// </summary>
internal sealed class Submissions(int count, CancellationToken token)
{
    private const int Clients = 8;
    private const int Rounds = 3;
    private const int WarmUp = 1_200;
    private const int PerPlan = SamplePlan.Activities * 2;

    // Nothing is sent twice.
    private readonly int perRound = count / Rounds / Clients * Clients;

    private int PerApp => WarmUp + (Rounds * perRound);

    private int Plans => (2 * PerApp / PerPlan) + 1;

    public async Task MeasureAsync(Report report)
    {
        Console.WriteLine($"Sending {2 * count:N0} submissions…");
        await using var azurite = await Azurite.StartAsync(token);
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, Plans, progress: false, token);
        var (sent, reading, bare) = await MeasureAsync(storage, 0, examines: false);
        var (examined, readingBeside, _) = await MeasureAsync(storage, PerApp, examines: true);
        report.Add(Figure.Of("submissions/s, 8 clients", sent.PerSecond, reading.PerSecond).AtLeast(0.6));
        report.Add(Figure.Of("the same, baseline only writes", sent.PerSecond, bare.PerSecond));
        report.Add(Figure.Of("99th percentile and median", sent.High, sent.Median, "#,0.0 ms").AtMost(5));
        report.Add(Figure.Of("the same of the baseline", reading.High, reading.Median, "#,0.0 ms"));
        report.Add(Figure.Of("submissions/s while claims are examined", examined.PerSecond, readingBeside.PerSecond));
        report.Note(
            $"submissions: rounds of {perRound:N0}; app {sent.Rates} a second, reads and transactions {reading.Rates}, "
                + $"transactions alone {bare.Rates}; while claims are examined {examined.Rates} and {readingBeside.Rates}."
        );
        report.Note(
            "submissions: where the baseline has a high ratio of percentile and median too, it is the emulator or the "
                + "machine that pauses."
        );
    }

    /// <param name="examines">True lets the app examine the claims meanwhile, as a real one does in its own time.</param>
    private async Task<(Series Sent, Series Reading, Series Bare)> MeasureAsync(string storage, int from, bool examines)
    {
        await using var app = await AppProcess.StartAsync(storage, token, examines ? [] : ["CheckClaim"]);
        var series = await Turns.TakeAsync(
            1,
            Rounds,
            round => InRound(round, (first, size) => SendAsync(app, first, size)),
            round => InRound(round, (first, size) => PairsAsync(storage, reads: true, first, size)),
            round => InRound(round, (first, size) => PairsAsync(storage, reads: false, first, size))
        );
        return (new Series(series[0]), new Series(series[1]), new Series(series[2]));

        Task<BaselineResult> InRound(int round, Func<int, int, Task<BaselineResult>> send) =>
            round < 0 ? send(from, WarmUp) : send(from + WarmUp + (round * perRound), perRound);
    }

    private async Task<BaselineResult> SendAsync(AppProcess app, int first, int size)
    {
        var latencies = new double[size];
        var started = Stopwatch.GetTimestamp();
        await Turns.ForEachAsync(
            Enumerable.Range(0, size),
            Clients,
            async item =>
            {
                var since = Stopwatch.GetTimestamp();
                await Claims.SendAsync(app, Address(first + item), ["Informe N° D000123-2023-MIMP-OGRH"], []);
                latencies[item] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            },
            token
        );
        return new BaselineResult(size, Stopwatch.GetElapsedTime(started).TotalSeconds, latencies);
    }

    private static ProgressAddress Address(int item) =>
        new(SamplePlan.Id(item / PerPlan), SamplePlan.Periods[item % 2], new ActivityNumber((item % PerPlan / 2) + 1));

    /// <param name="reads">Whether each transaction comes after the read by which the app learns whether the plan has changed.</param>
    private Task<BaselineResult> PairsAsync(string storage, bool reads, int first, int size) =>
        Baseline.RunAsync(
            new
            {
                Mode = "pairs",
                storage,
                Plans = Enumerable.Range(0, Plans).Select(number => $"{SamplePlan.Id(number)}"),
                Table = reads ? "bareafterread" : "bare",
                Rows = new object[] { Row("current|NUMBER"), Row("version|NUMBER") },
                Read = reads
                    ? new
                    {
                        Table = PlansTable.Name,
                        RowKey = PlanKeys.Plan,
                        Select = new[] { PlanRows.Revision },
                    }
                    : null,
                first,
                Count = size,
                Workers = Clients,
            },
            token
        );

    // The columns that a row of progress has.
    private static Dictionary<string, object> Row(string key) =>
        JavaScriptRow.Of(SamplePlan.Progress(new PlanId("bare")).First(), "", key);

    private sealed record Series(IReadOnlyList<BaselineResult> All)
    {
        private readonly List<double> latencies = [.. All.SelectMany(round => round.Latencies!)];

        public double PerSecond => All.Select(round => round.PerSecond).Median();

        /// <summary>Milliseconds.</summary>
        public double Median => latencies.Median();

        /// <summary>The 99th percentile, milliseconds.</summary>
        public double High => latencies.Percentile(0.99);

        public string Rates => string.Join(", ", All.Select(round => $"{round.PerSecond:N0}"));
    }
}
