using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Samples;
using Avance.Samples.Evidence;
using Avance.Samples.Evidence.Expected;
using Spectre.Console;
using Sample = Avance.Samples.SamplePlan;

namespace Avance.Bench.Evidence;

/// <summary>How much of what the authors of the sample evidence put there the app finds, over HTTP.</summary>
internal sealed class Quality(CancellationToken token)
{
    private const string Period = $"api/plans/{Sample.Id}/periods/{Sample.Period}";

    public async Task MeasureAsync(Report report)
    {
        Console.WriteLine("Reading the sample evidence…");
        await using var azurite = await Azurite.StartAsync(token);
        await using var app = await AppProcess.StartAsync(azurite.NewAccount(), token);
        using var api = new ApiClient(app.Client.BaseAddress!);
        var folder = RepositoryRoot.File("samples/evidence");
        var claims = DemoClaim.Read(folder);
        await SendAsync(api, folder, claims);

        var expected = EvidenceSample.ReadExpected(Path.Combine(folder, EvidenceSample.ExpectedFile));
        var (found, names) = await FactsAsync(api, claims);
        var sorts = Score.BySort(expected.Documents, found);
        var facts = new Score(
            sorts.Values.Sum(score => score.Expected),
            sorts.Values.Sum(score => score.Found),
            sorts.Values.Sum(score => score.Right)
        );
        var findings = Score.Of(
            expected.Findings.Select(finding => (finding.Activity, finding.Code, finding.File)),
            (await FindingsAsync(api, names)).Where(finding => claims.Any(claim => claim.Activity == finding.Activity))
        );
        Add(report, "facts", facts);
        Add(report, "findings", findings);
        var shown = sorts.Select(sort => $"{sort.Key} {sort.Value.Precision:0.00} {sort.Value.Recall:0.00}");
        report.Note(
            $"facts of {expected.Documents.Count} documents, precision and recall: {string.Join(", ", shown)}."
        );
    }

    private static void Add(Report report, string what, Score score)
    {
        report.Add(Figure.Of($"precision of {what}: right of found", score.Right, score.Found));
        report.Add(Figure.Of($"recall of {what}: right of there", score.Right, score.Expected));
    }

    private async Task SendAsync(ApiClient api, string folder, IReadOnlyList<DemoClaim> claims)
    {
        var silent = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var plan = new Sample(api, RepositoryRoot.File("samples"));
        await plan.ImportAsync(dryRun: false, token);
        await plan.ReopenAsync(TimeProvider.System, token);
        var evidence = new DemoEvidence(api, silent, folder, claims);
        var units = claims.ToDictionary(claim => claim.Activity, claim => claim.Unit);
        var reference = ReferenceProgress.Read(plan.Folder).Where(goal => units.ContainsKey(goal.Activity)).ToList();
        await evidence.UploadAsync(token);
        await new DemoSubmissions(api, silent, units, reference, claims).SubmitAsync(token);
        try
        {
            await evidence.ExamineAsync(token);
        }
        catch (DemoException difference)
        {
            // What is missing shows in the figures.
            Console.WriteLine(difference.Message);
        }
    }

    private async Task<(List<DocumentNotes> Found, Dictionary<string, string> Names)> FactsAsync(
        ApiClient api,
        IReadOnlyList<DemoClaim> claims
    )
    {
        var found = new List<DocumentNotes>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var path = $"{Period}/activities/{claim.Activity}/evidence";
            var files = await api.GetAsync(path, Sample.Secretariat, token);
            foreach (var file in files.AsArray())
            {
                var (id, name) = ((string)file!["id"]!, (string)file["name"]!);
                // A file of two activities is noted down once.
                if (!names.ContainsValue(name))
                {
                    var facts = await api.GetAsync($"{path}/{id}/facts", Sample.Secretariat, token);
                    found.AddRange(FoundNotes.Of(name, facts));
                }

                names[id] = name;
            }
        }

        return (found, names);
    }

    private async Task<List<(int Activity, string Code, string? File)>> FindingsAsync(
        ApiClient api,
        Dictionary<string, string> names
    )
    {
        var findings = await api.GetAsync($"{Period}/findings", Sample.Secretariat, token);
        return [.. findings.AsArray().OfType<JsonNode>().Select(Of)];

        (int, string, string?) Of(JsonNode finding) =>
            (
                Demo.Number(finding["activity"]!),
                (string)finding["code"]!,
                (string?)finding["file"] is { } id ? names.GetValueOrDefault(id) : null
            );
    }
}
