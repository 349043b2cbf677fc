using System.Text.Json.Nodes;
using Avance.Samples;
using Avance.Samples.Evidence;
using Avance.Samples.Evidence.Expected;
using Avance.Testing;
using Spectre.Console;
using Sample = Avance.Samples.SamplePlan;

namespace Avance.Bench.Evidence;

/// <summary>How much of what the authors of the sample evidence put there the app finds, over HTTP.</summary>
internal static class Quality
{
    private const string Period = $"api/plans/{Sample.Id}/periods/{Sample.Period}";

    public static async Task<Measured> MeasureAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("Reading the sample evidence…");
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        await using var app = await AppProcess.StartAsync(
            AppProcess.Built,
            "/api/health",
            AppProcess.Settings(azurite.NewAccount()),
            cancellationToken
        );
        using var api = new ApiClient(app.Client.BaseAddress!);
        var folder = RepositoryRoot.File("samples/evidence");
        var claims = DemoClaim.Read(folder);
        await SendAsync(api, folder, claims, cancellationToken);

        var expected = EvidenceSample.ReadExpected(Path.Combine(folder, EvidenceSample.ExpectedFile));
        var (found, names) = await FactsAsync(api, claims, cancellationToken);
        var sorts = Score.BySort(expected.Documents, found);
        var facts = new Score(
            sorts.Values.Sum(score => score.Expected),
            sorts.Values.Sum(score => score.Found),
            sorts.Values.Sum(score => score.Right)
        );
        var findings = Score.Of(
            expected.Findings.Select(finding => (finding.Activity, finding.Code, finding.File)),
            (await FindingsAsync(api, names, cancellationToken)).Where(finding =>
                claims.Any(claim => claim.Activity == finding.Activity)
            )
        );
        return new Measured(
            [.. Lines("facts", facts), .. Lines("findings", findings)],
            [
                $"facts of {expected.Documents.Count} documents, precision and recall: "
                    + string.Join(
                        ", ",
                        sorts.Select(sort => $"{sort.Key} {sort.Value.Precision:0.00} {sort.Value.Recall:0.00}")
                    )
                    + ".",
            ]
        );
    }

    private static Figure[] Lines(string what, Score score) =>
        [
            Figure.Shown($"precision of {what}: right of found", $"{score.Right}", $"{score.Found}", score.Precision),
            Figure.Shown($"recall of {what}: right of there", $"{score.Right}", $"{score.Expected}", score.Recall),
        ];

    private static async Task SendAsync(
        ApiClient api,
        string folder,
        IReadOnlyList<DemoClaim> claims,
        CancellationToken cancellationToken
    )
    {
        var silent = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var plan = new Sample(api, RepositoryRoot.File("samples"));
        await plan.ImportAsync(dryRun: false, cancellationToken);
        await plan.ReopenAsync(TimeProvider.System, cancellationToken);
        var evidence = new DemoEvidence(api, silent, folder, claims);
        var units = claims.ToDictionary(claim => claim.Activity, claim => claim.Unit);
        var reference = ReferenceProgress.Read(plan.Folder).Where(goal => units.ContainsKey(goal.Activity)).ToList();
        await evidence.UploadAsync(cancellationToken);
        await new DemoSubmissions(api, silent, units, reference, claims).SubmitAsync(cancellationToken);
        try
        {
            await evidence.ExamineAsync(cancellationToken);
        }
        catch (DemoException difference)
        {
            // What is missing shows in the figures.
            Console.WriteLine(difference.Message);
        }
    }

    private static async Task<(List<DocumentNotes> Found, Dictionary<string, string> Names)> FactsAsync(
        ApiClient api,
        IReadOnlyList<DemoClaim> claims,
        CancellationToken cancellationToken
    )
    {
        var found = new List<DocumentNotes>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var path = $"{Period}/activities/{claim.Activity}/evidence";
            var files = await api.GetAsync(path, Sample.Secretariat, cancellationToken);
            foreach (var file in files.AsArray())
            {
                var (id, name) = ((string)file!["id"]!, (string)file["name"]!);
                // A file of two activities is noted down once.
                if (!names.ContainsValue(name))
                {
                    var facts = await api.GetAsync($"{path}/{id}/facts", Sample.Secretariat, cancellationToken);
                    found.AddRange(FoundNotes.Of(name, facts));
                }

                names[id] = name;
            }
        }

        return (found, names);
    }

    private static async Task<List<(int Activity, string Code, string? File)>> FindingsAsync(
        ApiClient api,
        Dictionary<string, string> names,
        CancellationToken cancellationToken
    )
    {
        var findings = await api.GetAsync($"{Period}/findings", Sample.Secretariat, cancellationToken);
        return [.. findings.AsArray().OfType<JsonNode>().Select(Of)];

        (int, string, string?) Of(JsonNode finding) =>
            (
                Demo.Number(finding["activity"]!),
                (string)finding["code"]!,
                (string?)finding["file"] is { } id ? names.GetValueOrDefault(id) : null
            );
    }
}
