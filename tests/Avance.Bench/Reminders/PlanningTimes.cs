using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Avance.Bench.Reminders;

/// <summary>How long a run of the hourly timer takes that finds nothing due, beside a bare scan of the rows that it reads.</summary>
internal sealed class PlanningTimes(int plans, CancellationToken token)
{
    private const int FewestRounds = 3;
    private const int Every = 100;

    // A round of few plans takes half a second.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var storage = azurite.NewAccount();
        var clock = new FakeTimeProvider(DuePlans.FirstRun);
        await using var app = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new TableServiceClient(storage))
            .AddPlans()
            .AddProgress()
            .AddFindings()
            .AddReminders()
            .BuildServiceProvider();
        Console.WriteLine($"Writing {plans:N0} plans with their progress and reminders…");
        var planner = app.GetRequiredService<ReminderPlanner>();
        var reminders = await RemindersAsync(storage, planner, clock);
        var rows = await SeedAsync(storage, reminders);
        var service = app.GetRequiredService<TableServiceClient>();
        Console.WriteLine("Planning their reminders…");
        // Shows that the planner looks: afterwards nothing is due any more.
        await TimeAsync(plans / Every, () => planner.RunAsync(token));
        var times = await Turns.TakeAsync(
            1,
            FewestRounds,
            Shortest,
            _ => TimeAsync(0, () => planner.RunAsync(token)),
            _ => TimeAsync(rows, () => BareScan.RunAsync(service, token))
        );
        var (planning, scanning) = (times[0], times[1]);
        var (ours, bare) = (planning.Select(Seconds).Median(), scanning.Select(Seconds).Median());
        var name = $"planning of reminders, {plans:N0} plans × {DuePlans.Units} units";
        report.Add(Figure.Of(name, ours, bare, "#,0.0 s").AtMost(1.5));
        report.Note(
            $"reminders: {rows:N0} rows, of which nothing is due; medians of {planning.Count} rounds in turns; planning "
                + $"{Shown(planning)}, bare scan {Shown(scanning)}."
        );
        report.Note("reminders: in brackets how long the bench itself computed: the rest is the emulator's.");
    }

    /// <summary>What a run each day makes of one plan until now: every other plan has had the same.</summary>
    private async Task<List<TableEntity>> RemindersAsync(
        string storage,
        ReminderPlanner planner,
        FakeTimeProvider clock
    )
    {
        var plan = DuePlans.Create(SamplePlan.Id(0));
        await Seeding.PlansAsync(storage, [plan], token);
        await PlanUntilAsync(DuePlans.SentAt);
        var progress = new TableClient(storage, ProgressTable.Name);
        await Seeding.RowsAsync(progress, DuePlans.Progress(plan.Id), token);
        await PlanUntilAsync(DuePlans.Now);
        var rows = new TableClient(storage, RemindersTable.Name).QueryAsync<TableEntity>(cancellationToken: token);
        return await rows.OrderBy(row => row.GetDateTimeOffset("At")).ToListAsync(token);

        async Task PlanUntilAsync(DateTimeOffset end)
        {
            for (; clock.GetUtcNow() < end; clock.Advance(TimeSpan.FromDays(1)))
            {
                await planner.RunAsync(token);
            }
        }
    }

    /// <summary>Writes the other plans. In one of every hundred the last reminder of a unit is still due.</summary>
    /// <returns>How many rows all have.</returns>
    private async Task<int> SeedAsync(string storage, List<TableEntity> reminders)
    {
        var due = reminders.Last(row => !row.RowKey.Contains("|*|", StringComparison.Ordinal));
        await Seeding.PlansAsync(
            storage,
            Enumerable.Range(1, plans - 1).Select(number => DuePlans.Create(SamplePlan.Id(number))),
            token,
            (number, plan) =>
                [
                    (ProgressTable.Name, DuePlans.Progress(plan.Id)),
                    (
                        RemindersTable.Name,
                        reminders
                            .Where(row => row != due || number % Every > 0)
                            .Select(row => new TableEntity(row) { PartitionKey = $"{plan.Id}" })
                    ),
                ]
        );
        // The plan's own row and its row in the index.
        return plans * (2 + DuePlans.Progress(SamplePlan.Id(0)).Count() + reminders.Count);
    }

    private static async Task<Times> TimeAsync(int expected, Func<Task<int>> work)
    {
        var (since, computed) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var count = await work();
        return count == expected
            ? new Times(
                Stopwatch.GetElapsedTime(since).TotalSeconds,
                (Environment.CpuUsage.TotalTime - computed).TotalSeconds
            )
            : throw new InvalidOperationException($"{count} mails were planned or rows read, not {expected}.");
    }

    private static double Seconds(Times round) => round.Seconds;

    private static string Shown(IReadOnlyCollection<Times> rounds) =>
        $"{rounds.Min(Seconds):N1} to {rounds.Max(Seconds):N1} s "
        + $"({rounds.Select(times => times.Computed).Median():N1} s)";

    private sealed record Times(double Seconds, double Computed);
}
