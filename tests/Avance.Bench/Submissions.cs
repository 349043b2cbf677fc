using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Avance.Functions.Access;
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
        Console.WriteLine($"Sending {count:N0} submissions…");
        var perRound = count / Rounds / Clients * Clients;
        // Nothing is sent twice.
        var plans = ((WarmUp + (Rounds * perRound)) / PerPlan) + 1;
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        await Seeding.PlansAsync(storage, plans, progress: false, cancellationToken);
        await using var app = await AppProcess.StartAsync(
            AppProcess.Built,
            "/api/health",
            AppProcess.Settings(storage),
            cancellationToken
        );
        await SendAsync(app, 0, WarmUp, cancellationToken);
        await PairsAsync(storage, plans, 0, WarmUp, cancellationToken);
        var sent = new List<BaselineResult>();
        var bare = new List<BaselineResult>();
        for (var round = 0; round < Rounds; round++)
        {
            var first = WarmUp + (round * perRound);
            sent.Add(await SendAsync(app, first, perRound, cancellationToken));
            bare.Add(await PairsAsync(storage, plans, first, perRound, cancellationToken));
        }

        var ours = Statistics.Median(sent.Select(round => round.PerSecond));
        var theirs = Statistics.Median(bare.Select(round => round.PerSecond));
        var latencies = sent.SelectMany(round => round.Latencies!).ToList();
        var (median, high) = (Statistics.Median(latencies), Statistics.Percentile(latencies, 0.99));
        var bares = bare.SelectMany(round => round.Latencies!).ToList();
        var (bareMedian, bareHigh) = (Statistics.Median(bares), Statistics.Percentile(bares, 0.99));
        return new Measured(
            [
                Figure.AtLeast("submissions/s, 8 clients", $"{ours:N0}", $"{theirs:N0}", ours / theirs, 0.6),
                Figure.AtMost("99th percentile and median", $"{high:N1} ms", $"{median:N1} ms", high / median, 5),
                Figure.Shown(
                    "the same of the bare transactions",
                    $"{bareHigh:N1} ms",
                    $"{bareMedian:N1} ms",
                    bareHigh / bareMedian
                ),
            ],
            [
                $"submissions: rounds of {perRound:N0}; app {Shown(sent)} a second, bare transactions {Shown(bare)}.",
                "submissions: where the bare transactions have a high ratio too, it is the emulator or the machine that "
                    + "pauses.",
            ]
        );
    }

    private static string Shown(IEnumerable<BaselineResult> rounds) =>
        string.Join(", ", rounds.Select(round => $"{round.PerSecond:N0}"));

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

    private static async Task SendAsync(AppProcess app, int item, CancellationToken cancellationToken)
    {
        var plan = SamplePlan.Id(item / PerPlan);
        var period = SamplePlan.Periods[item % 2];
        var activity = (item % PerPlan / 2) + 1;
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            new Uri($"/api/plans/{plan}/periods/{period}/activities/{activity}/progress", UriKind.Relative)
        );
        request.Headers.Add(DevelopmentSignIn.Header, $"unit-reporter {plan} {SamplePlan.UnitOf(activity)}");
        request.Headers.Add("If-None-Match", "*");
        request.Content = JsonContent.Create(
            new
            {
                submissionId = Guid.NewGuid(),
                action = "submit",
                goals = new[]
                {
                    new
                    {
                        year = period.Year,
                        outcome = "reported",
                        executed = 50,
                    },
                },
                narrative = "Se realizaron talleres con el personal de la sede central y de las oficinas.",
                documentsCited = new[] { "Informe N° D000123-2023-MIMP-OGRH" },
            }
        );
        using var answer = await app.Client.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw app.Failure($"A submission was answered {(int)answer.StatusCode}: {body}");
        }
    }

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
}
