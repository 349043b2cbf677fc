using Avance.Bench.Evidence;
using Avance.Bench.Load;
using Avance.Bench.National;
using Avance.Bench.Reminders;
using Avance.Bench.Reports;
using Avance.Bench.Scale;
using Avance.Bench.Soak;
using Spectre.Console;

namespace Avance.Bench;

/// <summary>Measures one figure after the other and prints the table.</summary>
/// <param name="quick">True measures about a tenth.</param>
/// <param name="only">The one figure, or group of figures, to measure; null measures all.</param>
internal sealed class Run(bool quick, string? only)
{
    private const string Evidence = "evidence";

    private static readonly string[] OfEvidence = ["documents", "uploads", "big-files", "lookup", "quality"];
    private static readonly string[] Others =
    [
        "start",
        "submissions",
        "load",
        "compile",
        "national",
        "reports",
        "reminders",
        "scale",
        "soak",
    ];
    private static readonly string[] Names = [.. Others, Evidence, .. OfEvidence];

    public static string Usage { get; } = $"Usage: ./bench [--quick] [--only {string.Join('|', Names)}]";

    /// <summary>After this everything is stopped.</summary>
    public TimeSpan Limit => TimeSpan.FromMinutes(quick ? 20 : 90);

    /// <returns>Null if the arguments are not those of <see cref="Usage"/>.</returns>
    public static Run? Parse(string[] args) =>
        args switch
        {
            [] => new Run(quick: false, null),
            ["--quick"] => new Run(quick: true, null),
            ["--only", var name] when Names.Contains(name) => new Run(quick: false, name),
            ["--quick", "--only", var name] when Names.Contains(name) => new Run(quick: true, name),
            _ => null,
        };

    public async Task MeasureAsync(CancellationToken token)
    {
        var report = new Report();
        report.Note($"Load average at the start: {LoadAverage()}.");
        (string Name, Func<Report, Task> Measure)[] all =
        [
            ("start", new ColdStart(Size(11, 7), token).MeasureAsync),
            ("submissions", new Submissions(Size(6_000, 1_200), token).MeasureAsync),
            ("load", new LastHour(Size(200, 20), token).MeasureAsync),
            ("compile", new Compilations(Size(2_000, 200), token).MeasureAsync),
            ("national", new Consolidations(Size(2_000, 200), token).MeasureAsync),
            ("reports", new ReportFiles(Size(100_000, 10_000), token).MeasureAsync),
            ("reminders", new PlanningTimes(Size(2_000, 200), token).MeasureAsync),
            ("scale", new ScaleRun(Size(2_000, 200), token).MeasureAsync),
            ("soak", new SoakRun(Size(200, 20), token).MeasureAsync),
            ("documents", new DocumentRates(Size(600, 60), token).MeasureAsync),
            ("uploads", new Uploads(token).MeasureAsync),
            ("big-files", new BigFiles(token).MeasureAsync),
            ("lookup", new Lookups(Size(100_000, 10_000), token).MeasureAsync),
            ("quality", new Quality(token).MeasureAsync),
        ];
        try
        {
            foreach (var (_, measure) in all.Where(figure => Measures(figure.Name)))
            {
                await measure(report);
            }
        }
        finally
        {
            // Also what was measured before somebody stopped it.
            report.Note($"Load average at the end: {LoadAverage()}. Other work on the machine shows in every figure.");
            Print(report);
        }
    }

    private int Size(int complete, int small) => quick ? small : complete;

    private bool Measures(string name) =>
        only is null || only == name || (only == Evidence && OfEvidence.Contains(name));

    private static void Print(Report report)
    {
        var table = new Table().AddColumns("", "Avance", "Baseline", "Ratio", "Aim", "");
        foreach (var figure in report.Figures)
        {
            var reached = figure.Reached is { } isReached ? (isReached ? "reached" : "not reached") : "";
            table.AddRow(figure.Name, figure.App, figure.Baseline, $"{figure.Ratio:0.00}", figure.Aim, reached);
        }

        if (Console.IsOutputRedirected)
        {
            // Else the table is cut at 80 columns.
            AnsiConsole.Profile.Width = 160;
        }

        AnsiConsole.Write(table);
        foreach (var note in report.Notes)
        {
            Console.WriteLine(note);
        }
    }

    // Linux only: elsewhere nobody need know.
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
