using Avance.Functions.Groups;
using Avance.Functions.Plans;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Bench.National;

/// <summary>
/// Consolidates the reports of all plans, each of which was compiled again, beside a bare scan of the rows that this reads by
/// the JavaScript client; and then of one plan among them.
/// </summary>
internal sealed class Consolidations(int plans, CancellationToken token)
{
    private const int Rounds = 3;
    private const int Achievements = 10;
    private const int Fewer = 10;

    private static readonly string[] Columns = ["PartitionKey", "RowKey", "Theme", "People"];

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var (small, large) = (azurite.NewAccount(), azurite.NewAccount());
        await SeedAsync(small, plans / Fewer);
        await SeedAsync(large, plans);
        var app = new App(large);
        Console.WriteLine("Consolidating them for the first time…");
        var first = await TimeAsync(app, plans, plans);
        await TimeAsync(new App(small), plans / Fewer, plans / Fewer);
        var rows = plans * SamplePlan.Periods.Length * (1 + Achievements);
        Console.WriteLine("Consolidating them when nothing has changed, and scanning the same rows…");
        var times = await Turns.TakeAsync(
            1,
            Rounds,
            async _ =>
            {
                await MarkAsync(app, plans);
                return await TimeAsync(app, plans, 0);
            },
            async _ =>
                (await ScanAsync(large)) is { } scan && scan.Count == rows
                    ? scan.Seconds
                    : throw new InvalidOperationException("The scan read other rows.")
        );
        var (ours, bare) = (rows / times[0].Median(), rows / times[1].Median());
        report.Add(Figure.Of($"consolidate {plans:N0} plans, rows read/s", ours, bare).AtLeast(0.8));
        report.Add(
            Figure
                .Of(
                    $"peak memory of the worker, {plans:N0} and {plans / Fewer:N0} plans",
                    await PeakAsync(large, plans),
                    await PeakAsync(small, plans / Fewer),
                    "#,0 MB"
                )
                .AtMost(1.1)
        );
        await new ReportTables(new TableServiceClient(large)).Plans.ReplaceAsync(
            new ReportScope(SamplePlan.Id(0), SamplePlan.Periods[1]),
            [Row(0) with { FullyExecuted = 47 }],
            "bench",
            TimeProvider.System.GetUtcNow(),
            true,
            token
        );
        await MarkAsync(app, 1);
        var one = await TimeAsync(app, 1, 1);
        report.Note(
            $"consolidate: {rows:N0} rows; {first:N1} s where all of them make rows that are new, {times[0].Median():N1} s where none does, "
                + $"{one * 1000:N0} ms for one changed plan of {plans:N0}."
        );
    }

    private static async Task<double> TimeAsync(App app, int read, int written)
    {
        var since = Stopwatch.GetTimestamp();
        var outcome = await app.Runner.RunAsync("bench", CancellationToken.None);
        return outcome is { } done && (done.PlansRead, done.PlansWritten) == (read, written)
            ? Stopwatch.GetElapsedTime(since).TotalSeconds
            : throw new InvalidOperationException($"{outcome} instead of {read} plans read and {written} written.");
    }

    private Task<BaselineResult> ScanAsync(string storage) =>
        Baseline.RunAsync(
            new
            {
                Mode = "scan",
                storage,
                Workers = 1,
                Tables = new object[]
                {
                    new { Table = "reportplan" },
                    new { Table = "reportachievement", Select = Columns },
                },
            },
            token
        );

    private Task MarkAsync(App app, int count) =>
        Turns.ForEachAsync(
            Enumerable.Range(0, count),
            Seeding.Writers,
            number => app.Table.MarkAsync(SamplePlan.Id(number), token),
            token
        );

    /// <summary>Of a worker whose timer consolidates all plans.</summary>
    private async Task<double> PeakAsync(string storage, int count)
    {
        var app = new App(storage);
        await MarkAsync(app, count);
        var (before, _) = await app.Table.FindRunAsync(token);
        await using var process = await AppProcess.StartAsync(storage, token);
        await process.FireAsync("ConsolidateNation");
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(5); )
        {
            if ((await app.Table.FindRunAsync(token)).Run is { Running: false } run && run.RunId != before?.RunId)
            {
                return process.Worker.PeakMegabytes!.Value;
            }

            await Task.Delay(100, token);
        }

        throw process.Failure("The consolidation did not end.");
    }

    /// <summary>The reports of plans as a compilation leaves them, those that the national level reads.</summary>
    private async Task SeedAsync(string storage, int count)
    {
        Console.WriteLine($"Writing the reports of {count:N0} plans…");
        var service = new TableServiceClient(storage);
        var reports = new ReportTables(service);
        await Turns.ForEachAsync(
            Enumerable.Range(0, count),
            Seeding.Writers,
            async number =>
            {
                foreach (var period in SamplePlan.Periods)
                {
                    var scope = new ReportScope(SamplePlan.Id(number), period);
                    var now = TimeProvider.System.GetUtcNow();
                    await reports.Plans.ReplaceAsync(scope, [Row(number)], "bench", now, false, token);
                    await reports.Achievements.ReplaceAsync(
                        scope,
                        [.. Enumerable.Range(0, Achievements).Select(Achievement)],
                        "bench",
                        now,
                        false,
                        token
                    );
                }
            },
            token
        );
        await MarkAsync(new App(storage), count);
    }

    private static ReportPlanRow Row(int number) =>
        new(
            "Plan Sectorial de Igualdad de Género",
            $"Entidad {number}",
            $"GTIG-{number}",
            65,
            46,
            19,
            70.77,
            70.8,
            "Red",
            14,
            68,
            65,
            nameof(PlanKind.Sector),
            2023,
            2023,
            1,
            66,
            66,
            60,
            0,
            66,
            95,
            90,
            14,
            0,
            0,
            0,
            0,
            0,
            ""
        );

    private static ReportAchievementRow Achievement(int number) =>
        new(
            Guid.NewGuid().ToString("D"),
            $"Tema {number % 5}",
            1,
            "Se aprobó la directiva contra el hostigamiento sexual laboral",
            "Se emitió, se difundió y se capacitó a quienes la aplican.",
            "2023-05-15",
            "RM N° 123-2023",
            "",
            "",
            "",
            0,
            "",
            "ENTIDAD",
            70,
            50,
            120,
            1,
            1,
            0,
            ""
        );

    private sealed class App(string storage)
    {
        private readonly TableServiceClient service = new(storage);

        public ConsolidationTable Table => new(service);

        public ConsolidationRunner Runner =>
            new(
                Table,
                new PlanReportReader(new ReportTables(service)),
                new NationalTables(service),
                new WorkingGroupTable(service),
                TimeProvider.System,
                NullLogger<ConsolidationRunner>.Instance
            );
    }
}
