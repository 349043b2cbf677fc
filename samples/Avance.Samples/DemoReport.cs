using System.Diagnostics;
using System.Text.Json.Nodes;
using Avance.Samples.Figures;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>
/// What the secretariat adds to the figures, and the report of the year that comes out: made over HTTP, saved, and read
/// back.
/// </summary>
internal sealed class DemoReport(
    ApiClient api,
    SamplePlan plan,
    PublishedFigures published,
    DirectoryInfo output,
    IAnsiConsole console
)
{
    private const string Period = $"api/plans/{SamplePlan.Id}/periods/{SamplePlan.Period}";
    private const string Exports = $"api/plans/{SamplePlan.Id}/reports/{SamplePlan.Period}/exports";

    /// <summary>The one whose recommendation is edited: what it did was not quantified.</summary>
    private const string Edited = "50";

    private const string EditedText =
        "Se recomienda al CONADIS informar cuántas personas participaron en la capacitación en enfoque de género, "
        + "mujeres y hombres por separado, y remitir la lista de asistencia.";

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);
    private readonly List<(string Name, string Path)> files = [];
    private readonly List<string> written = [];

    public async Task<string> ImportBalanceAsync(CancellationToken cancellationToken)
    {
        await plan.ImportBalanceAsync(cancellationToken);
        var history = await api.GetAsync(
            $"api/plans/{SamplePlan.Id}/history",
            SamplePlan.Secretariat,
            cancellationToken
        );
        var year = history.AsArray().Single()!;
        return $"{year["fullyExecuted"]} de {year["programmed"]} actividades al 100 %, solo cifras";
    }

    public async Task<string> RecordAchievementsAsync(CancellationToken cancellationToken)
    {
        var titles = await plan.RecordAchievementsAsync(cancellationToken);
        var all = await api.GetAsync(
            $"api/plans/{SamplePlan.Id}/achievements?year={SamplePlan.Period[..4]}",
            SamplePlan.Secretariat,
            cancellationToken
        );
        written.AddRange(all["achievements"]!.AsArray().Select(one => (string)one!["title"]!));
        return $"{titles.Count} logros, todos de ejemplo";
    }

    public async Task<string> EvaluateAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(plan.Folder, "evaluaciones-2023.json");
        var evaluations = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))!.AsArray();
        foreach (var evaluation in evaluations.Select(one => one!.AsObject()))
        {
            var body = evaluation.DeepClone().AsObject();
            body.Remove("activity");
            await PutAsync($"{Period}/activities/{evaluation["activity"]}/evaluation", 0, body, cancellationToken);
            // A paragraph each in the report.
            written.AddRange(((string)evaluation["text"]!).Split("\n\n"));
            written.AddRange(evaluation["notes"]!.AsArray().Select(note => (string)note!));
        }

        return $"{evaluations.Count} evaluaciones con {evaluations.Sum(one => one!["notes"]!.AsArray().Count)} notas";
    }

    public async Task<string> EditRecommendationAsync(CancellationToken cancellationToken)
    {
        var all = await api.GetAsync($"{Period}/recommendations", SamplePlan.Secretariat, cancellationToken);
        var drafted = all["recommendations"]!.AsArray();
        var edited =
            drafted.FirstOrDefault(one =>
                one!["activity"]?.ToString() == Edited && (string?)one["reason"] == "notQuantified"
            ) ?? throw new DemoException($"Nothing is recommended of activity {Edited}, which was not quantified.");
        var body = new JsonObject { ["text"] = EditedText, ["draft"] = (string?)edited["draft"] };
        await PutAsync($"{Period}/recommendations/{edited["id"]}", (int)edited["version"]!, body, cancellationToken);
        written.Add(EditedText);
        return $"{drafted.Count} redactadas, 1 editada (actividad {Edited})";
    }

    /// <exception cref="DemoException">A figure in the file is not the published one, or a text is missing.</exception>
    public async Task<string> MakeWordAsync(CancellationToken cancellationToken)
    {
        await using var content = await MakeAsync("word", "Word", cancellationToken);
        using var word = new WordFigures(content);
        published.Compare(word.Read(published.Reference), "The Word file", hasBalance: true);
        var text = word.Text;
        return written.Find(one => !text.Contains(one, StringComparison.Ordinal)) is { } missing
            ? throw new DemoException($"The Word file does not have «{missing}».")
            : $"{content.Length / 1024} KB, con las cifras publicadas y lo que escribió la Secretaría Técnica";
    }

    /// <exception cref="DemoException">A figure in the file is not the published one.</exception>
    public async Task<string> MakeExcelAsync(CancellationToken cancellationToken)
    {
        await using var content = await MakeAsync("excel", "Excel", cancellationToken);
        using var excel = new ExcelFigures(content);
        published.Compare(excel.Read(SamplePlan.Period), "The Excel file", hasBalance: true);
        return $"{content.Length / 1024} KB, con las cifras publicadas";
    }

    public void PrintWhere()
    {
        foreach (var (name, path) in files)
        {
            console.MarkupLineInterpolated($"Informe en {name}: {path}");
        }
    }

    private async Task<FileStream> MakeAsync(string format, string name, CancellationToken cancellationToken)
    {
        var asked = await api.SendAsync(
            HttpMethod.Post,
            Exports,
            SamplePlan.Secretariat,
            SamplePlan.JsonContentOf(new JsonObject { ["format"] = format, ["scope"] = "year" }),
            cancellationToken: cancellationToken
        );
        var export = await WaitAsync($"{Exports}/{asked!["id"]}", name, cancellationToken);
        output.Create();
        var file = Path.Combine(output.FullName, Path.GetFileName((string)export["fileName"]!));
        await api.DownloadAsync($"{Exports}/{export["id"]}/file", SamplePlan.Secretariat, file, cancellationToken);
        files.Add((name, file));
        var content = File.OpenRead(file);
        return content.Length == (long)export["size"]!
            ? content
            : throw new DemoException($"{file} has {content.Length} bytes instead of {export["size"]}.");
    }

    /// <summary>Waits until the file is made, and prints each step.</summary>
    private async Task<JsonNode> WaitAsync(string address, string name, CancellationToken cancellationToken)
    {
        var (waited, step) = (Stopwatch.StartNew(), "");
        while (waited.Elapsed < MaxWait)
        {
            var export = await api.GetAsync(address, SamplePlan.Secretariat, cancellationToken);
            if ((string)export["step"]! != step)
            {
                step = (string)export["step"]!;
                console.MarkupLineInterpolated($"  [grey]{name}: {export["progress"]} %, {step}[/]");
            }

            switch ((string?)export["state"])
            {
                case "done":
                    return export;
                case "failed":
                    throw new DemoException($"The {name} file was not made: {export["failedBecause"]}");
                default:
                    await Task.Delay(100, cancellationToken);
                    break;
            }
        }

        throw new DemoException($"The {name} file was not made within {MaxWait.TotalSeconds} s; last step: {step}.");
    }

    private Task<JsonNode?> PutAsync(string path, int version, JsonNode body, CancellationToken cancellationToken) =>
        api.SendAsync(
            HttpMethod.Put,
            path,
            SamplePlan.Secretariat,
            SamplePlan.JsonContentOf(body),
            version,
            cancellationToken
        );
}
