using System.Text;
using System.Text.Json.Nodes;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.Word;

namespace Avance.Bench.Reports;

/// <summary>How long the Word file of the sample takes, and how much memory large files take.</summary>
/// <param name="rows">Of the Excel file.</param>
internal sealed class ReportFiles(int rows, CancellationToken token)
{
    private const int WarmUp = 5;
    private const int FewestRounds = 10;
    private const int Activities = 400;
    private const double MostOfWord = 300;
    private const double MostOfExcel = 200;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    public async Task MeasureAsync(Report report)
    {
        Console.WriteLine("Writing reports…");
        await MeasureTimeAsync(report);
        var word = await WrittenFile.MeasureAsync(WrittenFile.Word, Activities, token);
        var small = await WrittenFile.MeasureAsync(WrittenFile.Word, 1, token);
        report.Add(Below(MostOfWord, $"peak memory, Word of {Activities} long activities and of 1", word, small));
        var excel = await WrittenFile.MeasureAsync(WrittenFile.Excel, rows, token);
        var single = await WrittenFile.MeasureAsync(WrittenFile.Excel, 1, token);
        report.Add(Below(MostOfExcel, $"peak memory, Excel of {rows:N0} rows and of 1", excel, single));
        await MeasureAppAsync(report);
    }

    private static async Task MeasureTimeAsync(Report report)
    {
        var sources = SampleDocument.Sample();
        var document = ReportComposer.Compose(sources);
        var times = await Turns.TakeAsync(
            WarmUp,
            FewestRounds,
            Shortest,
            _ => TimeAsync(output => WordWriter.Write(ReportComposer.Compose(sources), output, null)),
            _ => TimeAsync(output => BareWord.Write(document, output))
        );
        var name = $"Word of the sample, {sources.Plan.Activities.Count} activities";
        report.Add(Figure.Of(name, times[0].Median(), times[1].Median(), "#,0.0 ms").AtMost(2));
        report.Note($"reports: medians of {times[0].Count} rounds in turns; the same text, composed and written.");
    }

    /// <summary>The whole way of a large report: read, compiled, written to tables, exported.</summary>
    private async Task MeasureAppAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var usual = await ExportAsync(azurite.NewAccount(), SamplePlan.Activities, 1);
        var large = await ExportAsync(azurite.NewAccount(), Activities, SamplePlan.LongEvaluation);
        var name = $"peak memory of the worker, export of {Activities} long activities and of the usual plan";
        report.Add(Below(MostOfWord, name, large, usual));
    }

    private async Task<double> ExportAsync(string storage, int activities, int sentences)
    {
        var plan = SamplePlan.Create(SamplePlan.Id(0), activities: activities);
        await Seeding.PlansAsync(storage, [plan], token);
        var table = new TableClient(storage, EvaluationTable.Name);
        await Turns.ForEachAsync(
            plan.Activities.SelectMany(activity =>
                ReportInputRows.Written(
                    SamplePlan.Claim(plan.Id, activity.Number.Value),
                    SamplePlan.Evaluation(sentences)
                )
            ),
            Seeding.Writers,
            row => table.AddEntityAsync(row, token),
            token
        );
        await using var app = await AppProcess.StartAsync(storage, token);
        var caller = $"secretariat {plan.Id}";
        var path = $"/api/plans/{plan.Id}/reports/{SamplePlan.Periods[1]}/exports";
        using var body = new StringContent(
            """{"format":"word","scope":"semester"}""",
            Encoding.UTF8,
            "application/json"
        );
        var asked = JsonNode.Parse(await app.SendAsync(HttpMethod.Post, path, caller, body))!;
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < MaxWait; )
        {
            await Task.Delay(LookEvery, token);
            var export = JsonNode.Parse(await app.SendAsync(HttpMethod.Get, $"{path}/{asked["id"]}", caller, null))!;
            if ((string?)export["state"] == "done")
            {
                return app.Worker.PeakMegabytes!.Value;
            }
        }

        throw app.Failure($"The export of {plan.Id} was not done within {MaxWait}.");
    }

    private static Figure Below(double most, string name, double large, double small) =>
        Figure.Of(name, large, small, "#,0 MB") with
        {
            Aim = $"below {most:N0} MB",
            Reached = large < most,
        };

    private static Task<double> TimeAsync(Action<Stream> write)
    {
        using var output = new MemoryStream();
        var since = Stopwatch.GetTimestamp();
        write(output);
        return Task.FromResult(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }
}
