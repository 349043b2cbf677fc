using System.Globalization;
using Avance.Bench.Evidence;
using Avance.Bench.Load;
using Avance.Bench.Reminders;
using Spectre.Console;

namespace Avance.Bench;

/// <summary>Measures one figure after the other and prints the table.</summary>
internal static class Run
{
    public static async Task AllAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        var notes = new List<string> { $"Load average at the start: {LoadAverage()}." };
        (string Name, Func<Task<Measured>> Measure)[] all =
        [
            ("start", () => ColdStart.MeasureAsync(options.Starts, cancellationToken)),
            ("submissions", () => Submissions.MeasureAsync(options.Submissions, cancellationToken)),
            ("load", () => LastHour.MeasureAsync(options.Units, cancellationToken)),
            ("compile", () => Compilations.MeasureAsync(options.FewPlans, options.Plans, cancellationToken)),
            ("reminders", () => PlanningTimes.MeasureAsync(options.Plans, cancellationToken)),
            ("documents", () => DocumentRates.MeasureAsync(options.Documents, cancellationToken)),
            ("uploads", () => Uploads.MeasureAsync(cancellationToken)),
            ("big-files", () => BigFiles.MeasureAsync(cancellationToken)),
            ("lookup", () => Lookups.MeasureAsync(options.FewEarlier, options.Earlier, cancellationToken)),
            ("quality", () => Quality.MeasureAsync(cancellationToken)),
        ];
        try
        {
            foreach (var (_, measure) in all.Where(figure => options.Measures(figure.Name)))
            {
                var measured = await measure();
                figures.AddRange(measured.Figures);
                notes.AddRange(measured.Notes);
            }
        }
        finally
        {
            // Also what was measured before somebody stopped it.
            notes.Add($"Load average at the end: {LoadAverage()}. Other work on the machine shows in every figure.");
            Print(figures, notes);
        }
    }

    private static void Print(IEnumerable<Figure> figures, IEnumerable<string> notes)
    {
        var table = new Table().AddColumns("", "Avance", "Baseline", "Ratio", "Aim", "");
        foreach (var figure in figures)
        {
            table.AddRow(
                figure.Name,
                figure.App,
                figure.Baseline,
                figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                figure.Aim,
                figure.Reached switch
                {
                    true => "reached",
                    false => "not reached",
                    null => "",
                }
            );
        }

        if (Console.IsOutputRedirected)
        {
            // Else the table is cut at 80 columns.
            AnsiConsole.Profile.Width = 160;
        }

        AnsiConsole.Write(table);
        foreach (var note in notes)
        {
            Console.WriteLine(note);
        }
    }

    // Linux only: elsewhere nobody need know.
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
