using System.Diagnostics;
using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Testing;
using Azure;
using Azure.Storage.Queues;

namespace Avance.Bench;

/// <summary>
/// Compiles the reports of all plans by the app's own way, from the timer to the last message of the queue, and lets
/// the JavaScript client write the same rows, and read what the app has to read, on the same storage.
/// </summary>
internal static class Compilations
{
    // The JavaScript client is fastest so: more only wait for one another in Azurite.
    private const int Workers = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    public static async Task<Measured> MeasureAsync(int few, int many, CancellationToken cancellationToken)
    {
        var small = await CompileAsync(few, baseline: false, cancellationToken);
        var large = await CompileAsync(many, baseline: true, cancellationToken);
        var written = large.Entities / large.Seconds;
        var bare = large.Writes!.Seconds + large.Reads!.Seconds;
        return new Measured(
            [
                Figure.AtLeast(
                    $"compile {many:N0} plans, report rows/s",
                    $"{written:N0}",
                    $"{large.Writes.PerSecond:N0}",
                    written / large.Writes.PerSecond,
                    0.8
                ),
                Figure.Shown(
                    "the same, baseline reads the plans too",
                    $"{large.Seconds:N1} s",
                    $"{bare:N1} s",
                    bare / large.Seconds
                ),
                Figure.AtMost(
                    $"peak memory, {many:N0} and {few:N0} plans",
                    $"{large.Memory / 1e6:N0} MB",
                    $"{small.Memory / 1e6:N0} MB",
                    (double)large.Memory / small.Memory,
                    1.1
                ),
            ],
            [
                $"compile: {large.Entities:N0} rows of {many:N0} plans in {large.Seconds:N1} s; bare writes take "
                    + $"{large.Writes.Seconds:N1} s, bare reads of what the reports are made of "
                    + $"({large.Reads.Count:N0} rows) {large.Reads.Seconds:N1} s. ",
                $"compile: the app computed for {large.Computed:N1} s and Azurite for {large.AzuriteComputed:N1} s, of "
                    + $"which {large.AzuriteComputedForWrites:N1} s for as many bare writes.",
                "compile: Azurite evaluates a query for every row of the table, Azure only for those of the partition: "
                    + "reads cost more, the more plans there are.",
            ]
        );
    }

    private static async Task<Compiled> CompileAsync(int plans, bool baseline, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        Console.WriteLine($"Writing {plans:N0} plans with their progress…");
        var seeding = Stopwatch.GetTimestamp();
        await Seeding.PlansAsync(storage, plans, progress: true, cancellationToken);
        Console.WriteLine($"Compiling their reports, after {Stopwatch.GetElapsedTime(seeding).TotalSeconds:N0} s…");
        Compiled compiled;
        await using (
            var app = await AppProcess.StartAsync(
                AppProcess.Built,
                "/api/health",
                AppProcess.Settings(storage),
                cancellationToken
            )
        )
        {
            var before = azurite.ProcessorTime;
            var seconds = await CompileAsync(app, storage, plans, cancellationToken);
            compiled = new Compiled(
                seconds,
                app.PeakMemory,
                app.ProcessorTime.TotalSeconds,
                (azurite.ProcessorTime - before).TotalSeconds
            );
        }

        if (!baseline)
        {
            return compiled;
        }

        var tables = await ReportRows.OfAsync(storage, SamplePlan.Id(0).ToString(), cancellationToken);
        await ReportRows.DropAsync(storage, cancellationToken);
        Console.WriteLine("The same by the JavaScript client…");
        var ids = Enumerable.Range(0, plans).Select(number => SamplePlan.Id(number).ToString()).ToArray();
        var reads = await Baseline.RunAsync(
            new
            {
                Mode = "reads",
                storage,
                Plans = ids,
                Workers,
                Reads = new object[]
                {
                    new { Table = PlansTable.Name, RowKey = PlanKeys.Plan },
                    new
                    {
                        Table = ProgressTable.Name,
                        Filter = "PartitionKey eq 'PLAN'",
                        Select = ProgressRows.SentColumns,
                    },
                },
            },
            cancellationToken
        );
        var beforeWrites = azurite.ProcessorTime;
        var writes = await Baseline.RunAsync(
            new
            {
                Mode = "writes",
                storage,
                Plans = ids,
                Workers,
                tables,
            },
            cancellationToken
        );
        return compiled with
        {
            Entities = plans * tables.Values.Sum(rows => rows.Count),
            Reads = reads,
            Writes = writes,
            AzuriteComputedForWrites = (azurite.ProcessorTime - beforeWrites).TotalSeconds,
        };
    }

    private static async Task<double> CompileAsync(
        AppProcess app,
        string storage,
        int plans,
        CancellationToken cancellationToken
    )
    {
        var reports = plans * SamplePlan.Periods.Length;
        var queue = new QueueClient(storage, CompilationQueue.Name);
        var started = Stopwatch.GetTimestamp();
        using var answer = await app.Client.PostAsync(
            new Uri("/admin/functions/CompileReports", UriKind.Relative),
            null,
            cancellationToken
        );
        answer.EnsureSuccessStatusCode();
        var (left, since) = (plans, started);
        while (Stopwatch.GetElapsedTime(since) < Stuck)
        {
            await Task.Delay(LookEvery, cancellationToken);
            var now = Stopwatch.GetTimestamp();
            var messages = await CountAsync(queue, cancellationToken);
            // Before the first message was sent the queue is empty as well: then there are too few reports.
            if (messages == 0 && await ReportRows.CountRunsAsync(storage, cancellationToken) == reports)
            {
                return Stopwatch.GetElapsedTime(started, now).TotalSeconds;
            }

            (left, since) = messages == left ? (left, since) : (messages, now);
        }

        throw app.Failure(
            string.Create(CultureInfo.InvariantCulture, $"{left} messages are left, and none was taken for {Stuck}.")
        );
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return 0;
        }
    }

    private sealed record Compiled(
        double Seconds,
        long Memory,
        double Computed,
        double AzuriteComputed,
        int Entities = 0,
        BaselineResult? Reads = null,
        BaselineResult? Writes = null,
        double AzuriteComputedForWrites = 0
    );
}
