using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.Recommendations;
using Azure.Storage.Queues;

namespace Avance.Bench;

/// <summary>
/// Compiles the reports of all plans by the app's own way, from the timer to the last message of the queue, and lets
/// the JavaScript client read what the app has to read, and write the same rows, on the same storage.
/// </summary>
internal sealed class Compilations(int plans, CancellationToken token)
{
    // The JavaScript client is fastest so: more only wait for one another in Azurite.
    private const int Workers = 4;
    private const int Fewer = 10;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var small = await CompileAsync(azurite, azurite.NewAccount(), plans / Fewer);
        var storage = azurite.NewAccount();
        var large = await CompileAsync(azurite, storage, plans);
        var bare = await BareAsync(azurite, storage);
        var (reads, writes) = (bare.Reads, bare.Writes);
        var (written, both) = (writes.Count / large.Seconds, writes.Count / (reads.Seconds + writes.Seconds));
        var sizes = $"{plans:N0} and {plans / Fewer:N0} plans";
        report.Add(Figure.Of($"compile {plans:N0} plans, report rows/s", written, both).AtLeast(0.8));
        report.Add(Figure.Of("the same, baseline only writes", written, writes.PerSecond));
        report.Add(
            Figure.Of($"peak memory of the worker, {sizes}", large.WorkerPeak, small.WorkerPeak, "#,0 MB").AtMost(1.1)
        );
        report.Add(Figure.Of("the same of the host", large.HostPeak, small.HostPeak, "#,0 MB"));
        report.Note(
            $"compile: {writes.Count:N0} rows of {plans:N0} plans in {large.Seconds:N1} s; bare writes take {writes.Seconds:N1} "
                + $"s, bare reads of what the reports are made of ({reads.Count:N0} rows) {reads.Seconds:N1} s."
        );
        report.Note(
            $"compile: the worker computed for {large.WorkerComputed:N1} s, the host for {large.HostComputed:N1} s and "
                + $"Azurite for {large.AzuriteComputed:N1} s, of which {bare.AzuriteComputed:N1} s for as many bare writes."
        );
        report.Note(
            "compile: Azurite evaluates a query for every row of the table, Azure only for those of the partition: "
                + "reads cost more, the more plans there are."
        );
    }

    private async Task<Compiled> CompileAsync(Azurite azurite, string storage, int count)
    {
        Console.WriteLine($"Writing {count:N0} plans with their progress…");
        var seeding = Stopwatch.GetTimestamp();
        await Seeding.PlansAsync(storage, count, progress: true, token);
        Console.WriteLine($"Compiling their reports, after {Stopwatch.GetElapsedTime(seeding).TotalSeconds:N0} s…");
        await using var app = await AppProcess.StartAsync(storage, token);
        var before = azurite.ProcessorTime;
        return new Compiled(
            await CompileAsync(app, storage, count),
            app.Worker.PeakMegabytes!.Value,
            app.Host.PeakMegabytes!.Value,
            app.Worker.ProcessorSeconds,
            app.Host.ProcessorSeconds,
            (azurite.ProcessorTime - before).TotalSeconds
        );
    }

    /// <returns>Seconds.</returns>
    private async Task<double> CompileAsync(AppProcess app, string storage, int count)
    {
        var queue = new QueueClient(storage, CompilationQueue.Name);
        var started = await app.FireAsync("CompileReports");
        var (left, since) = (count, started);
        while (Stopwatch.GetElapsedTime(since) < Stuck)
        {
            await Task.Delay(LookEvery, token);
            var now = Stopwatch.GetTimestamp();
            var messages = (await queue.GetPropertiesAsync(token)).Value.ApproximateMessagesCount;
            // Before the first message was sent the queue is empty as well: then there are too few reports.
            if (messages == 0 && await ReportRows.CountRunsAsync(storage, token) == count * SamplePlan.Periods.Length)
            {
                return Stopwatch.GetElapsedTime(started, now).TotalSeconds;
            }

            (left, since) = messages == left ? (left, since) : (messages, now);
        }

        throw app.Failure($"{left} messages are left, and none was taken for {Stuck}.");
    }

    private async Task<Bare> BareAsync(Azurite azurite, string storage)
    {
        var tables = await ReportRows.OfAsync(storage, SamplePlan.Id(0).ToString(), token);
        await ReportRows.DropAsync(storage, token);
        Console.WriteLine("The same by the JavaScript client…");
        var ids = Enumerable.Range(0, plans).Select(number => $"{SamplePlan.Id(number)}").ToArray();
        object[] read = [.. Reads()];
        var reads = await Baseline.RunAsync(
            new
            {
                Mode = "reads",
                storage,
                Plans = ids,
                Workers,
                Reads = read,
            },
            token
        );
        var before = azurite.ProcessorTime;
        var writes = await Baseline.RunAsync(
            new
            {
                Mode = "writes",
                storage,
                Plans = ids,
                Workers,
                tables,
            },
            token
        );
        return new Bare(reads, writes, (azurite.ProcessorTime - before).TotalSeconds);
    }

    /// <summary>What a run reads of a plan.</summary>
    private static IEnumerable<object> Reads()
    {
        const string current = " and Kind eq 'current'";
        var year = SamplePlan.Periods[0].Year;
        yield return new { Table = PlansTable.Name, RowKey = PlanKeys.Plan };
        yield return new
        {
            Table = ProgressTable.Name,
            Filter = Filter($"{year}-", $"{year}.") + current,
            Select = ProgressRows.SentColumns,
        };
        yield return new { Table = HistoryTable.Name, Filter = "PartitionKey eq 'PLAN'" };
        foreach (var period in SamplePlan.Periods)
        {
            var ofPeriod = Filter($"{period}|", $"{period}}}");
            yield return new { Table = ProgressTable.Name, Filter = ofPeriod + current };
            yield return new { Table = EvidenceTable.Name, Filter = ofPeriod };
            yield return new { Table = FindingsTable.Name, Filter = ofPeriod };
            yield return new { Table = RemindersTable.Name, Filter = ofPeriod };
            yield return new { Table = EvaluationTable.Name, Filter = ofPeriod + current };
            yield return new { Table = RecommendationsTable.Name, Filter = ofPeriod };
        }

        static string Filter(string from, string to) =>
            $"PartitionKey eq 'PLAN' and RowKey ge '{from}' and RowKey lt '{to}'";
    }

    private sealed record Compiled(
        double Seconds,
        double WorkerPeak,
        double HostPeak,
        double WorkerComputed,
        double HostComputed,
        double AzuriteComputed
    );

    /// <param name="AzuriteComputed">Seconds, for the writes.</param>
    private sealed record Bare(BaselineResult Reads, BaselineResult Writes, double AzuriteComputed);
}
