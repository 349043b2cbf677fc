using System.Diagnostics;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Testing;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Bench.Reminders;

/// <summary>How long a run of the hourly timer takes that finds nothing due, beside a bare scan of the rows that it reads.</summary>
internal static class PlanningTimes
{
    private const int FewestRounds = 3;

    // A round of few plans takes half a second.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    public static async Task<Measured> MeasureAsync(int plans, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var storage = azurite.NewAccount();
        await using var app = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(new FakeTimeProvider(DuePlans.Now))
            .AddSingleton(new TableServiceClient(storage))
            .AddPlans()
            .AddProgress()
            .AddFindings()
            .AddReminders()
            .BuildServiceProvider();
        Console.WriteLine($"Writing {plans:N0} plans with their progress and reminders…");
        var rows = await SeedAsync(storage, plans, app.GetRequiredService<BusinessCalendar>(), cancellationToken);
        var (planner, service) = (
            app.GetRequiredService<ReminderPlanner>(),
            app.GetRequiredService<TableServiceClient>()
        );
        Console.WriteLine("Planning their reminders…");
        // Shows that the planner looks: afterwards nothing is due any more.
        var due = DuePlans.DueOf(plans);
        await PlanAsync(planner, due, cancellationToken);
        rows += due;
        await RoundsAsync(1);
        var (planning, scanning) = await RoundsAsync(FewestRounds);
        var ours = Statistics.Median(planning.Select(times => times.Seconds));
        var bare = Statistics.Median(scanning.Select(times => times.Seconds));
        return new Measured(
            [
                Figure.AtMost(
                    $"planning of reminders, {plans:N0} plans × {DuePlans.Units} units",
                    $"{ours:N1} s",
                    $"{bare:N1} s",
                    ours / bare,
                    1.5
                ),
            ],
            [
                $"reminders: {rows:N0} rows, of which nothing is due; medians of {planning.Count} rounds in turns; planning "
                    + $"{Shown(planning)}, bare scan {Shown(scanning)}.",
                "reminders: in brackets how long the bench itself computed: the rest is the emulator's.",
            ]
        );

        async Task<(List<Times> Planning, List<Times> Scanning)> RoundsAsync(int fewest)
        {
            var (plannings, scans, since) = (new List<Times>(), new List<Times>(), Stopwatch.GetTimestamp());
            while (plannings.Count < fewest || Stopwatch.GetElapsedTime(since) < Shortest)
            {
                plannings.Add(await PlanAsync(planner, 0, cancellationToken));
                scans.Add(await ScanAsync(service, rows, cancellationToken));
            }

            return (plannings, scans);
        }
    }

    private static async Task<int> SeedAsync(
        string storage,
        int plans,
        BusinessCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var rows = 0;
        await Seeding.PlansAsync(
            storage,
            Enumerable.Range(0, plans).Select(number => DuePlans.Create(SamplePlan.Id(number))),
            [ProgressTable.Name, RemindersTable.Name],
            (number, plan) =>
            {
                TableEntity[] progress = [.. DuePlans.Progress(plan.Id)];
                TableEntity[] reminders = [.. DuePlans.Reminders(plan, number, calendar)];
                // The plan's own row and its row in the index.
                Interlocked.Add(ref rows, 2 + progress.Length + reminders.Length);
                return [(ProgressTable.Name, progress), (RemindersTable.Name, reminders)];
            },
            cancellationToken
        );
        return rows;
    }

    private static async Task<Times> PlanAsync(ReminderPlanner planner, int due, CancellationToken cancellationToken)
    {
        var (times, planned) = await TimeAsync(() => planner.RunAsync(cancellationToken));
        return planned == due
            ? times
            : throw new InvalidOperationException($"{planned} mails were planned, not {due}.");
    }

    private static async Task<Times> ScanAsync(
        TableServiceClient service,
        int rows,
        CancellationToken cancellationToken
    )
    {
        var (times, read) = await TimeAsync(() => BareScan.RunAsync(service, cancellationToken));
        return read == rows ? times : throw new InvalidOperationException($"{read} rows were read, not {rows}.");
    }

    private static async Task<(Times Times, int Count)> TimeAsync(Func<Task<int>> work)
    {
        var (since, computed) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var count = await work();
        return (
            new Times(
                Stopwatch.GetElapsedTime(since).TotalSeconds,
                (Environment.CpuUsage.TotalTime - computed).TotalSeconds
            ),
            count
        );
    }

    private static string Shown(IReadOnlyCollection<Times> rounds) =>
        $"{rounds.Min(times => times.Seconds):N1} to {rounds.Max(times => times.Seconds):N1} s "
        + $"({Statistics.Median(rounds.Select(times => times.Computed)):N1} s)";

    private sealed record Times(double Seconds, double Computed);
}
