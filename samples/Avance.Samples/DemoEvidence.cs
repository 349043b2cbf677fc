using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Samples.Evidence;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>The units upload what proves their claims, the app reads it, and what it finds is what its authors put there.</summary>
internal sealed class DemoEvidence(ApiClient api, IAnsiConsole console, string folder, IReadOnlyList<DemoClaim> claims)
{
    private const int AtOnce = 4;
    private const string Period = $"api/plans/{SamplePlan.Id}/periods/{SamplePlan.Period}";

    private const string Example = "list-differs";

    // Scans take seconds each.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(4);

    public async Task<string> UploadAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            claims.Where(claim => claim.Files.Count > 0),
            options,
            async (claim, token) => await UploadAsync(claim, token)
        );
        return $"{claims.Sum(claim => claim.Files.Count)} archivos de {claims.Count} actividades";
    }

    /// <summary>Waits until all is read and examined, and compares the findings.</summary>
    /// <exception cref="DemoException">A finding is missing, or nobody put it there.</exception>
    public async Task<string> ExamineAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        await ReadAllAsync(waited, cancellationToken);
        // Nobody sent anything for one activity: only the sweep sees what does not happen.
        await api.SendAsync(
            HttpMethod.Post,
            "admin/functions/SweepEvidence",
            null,
            SamplePlan.JsonContentOf(new JsonObject { ["input"] = "" }),
            cancellationToken: cancellationToken
        );
        while (true)
        {
            var findings = await FindingsAsync(cancellationToken);
            var difference = Difference(findings);
            if (difference.Count == 0)
            {
                Print(findings);
                return $"{findings.Count} hallazgos, los que se pusieron en los documentos";
            }

            if (waited.Elapsed > MaxWait)
            {
                throw new DemoException($"The findings are not those of the sample: {string.Join("; ", difference)}");
            }

            await Task.Delay(500, cancellationToken);
        }
    }

    private async Task UploadAsync(DemoClaim claim, CancellationToken cancellationToken)
    {
        using var content = new MultipartFormDataContent();
        content.Headers.Add("X-Upload-Id", Guid.NewGuid().ToString());
        foreach (var file in claim.Files)
        {
            content.Add(
                new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellationToken)),
                "file",
                Path.GetFileName(file)
            );
        }

        await api.SendAsync(
            HttpMethod.Post,
            Evidence(claim),
            SamplePlan.Reporter(claim.Unit),
            content,
            cancellationToken: cancellationToken
        );
    }

    private async Task ReadAllAsync(Stopwatch waited, CancellationToken cancellationToken)
    {
        var open = claims.Where(claim => claim.Files.Count > 0).ToList();
        await console
            .Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Leyendo", maxValue: open.Count);
                while (open.Count > 0 && waited.Elapsed < MaxWait)
                {
                    foreach (var claim in open.ToList())
                    {
                        var files = await api.GetAsync(
                            Evidence(claim),
                            SamplePlan.Reporter(claim.Unit),
                            cancellationToken
                        );
                        if (files.AsArray().All(file => (string)file!["state"]! is not ("received" or "reading")))
                        {
                            open.Remove(claim);
                            bar.Increment(1);
                        }
                    }

                    await Task.Delay(200, cancellationToken);
                }
            });
        if (open.Count > 0)
        {
            throw new DemoException($"Activity {open[0].Activity} has files that were not read within {MaxWait}.");
        }
    }

    private async Task<IReadOnlyList<JsonNode>> FindingsAsync(CancellationToken cancellationToken)
    {
        var activities = claims
            .Select(claim => claim.Activity.ToString(CultureInfo.InvariantCulture))
            .ToHashSet(StringComparer.Ordinal);
        var all = await api.GetAsync($"{Period}/findings", SamplePlan.Secretariat, cancellationToken);
        return
        [
            .. all.AsArray().OfType<JsonNode>().Where(finding => activities.Contains((string)finding["activity"]!)),
        ];
    }

    private List<string> Difference(IReadOnlyList<JsonNode> findings)
    {
        var expected = EvidenceSample
            .ReadExpected(Path.Combine(folder, EvidenceSample.ExpectedFile))
            .Findings.Select(finding => $"{finding.Activity} {finding.Code}")
            .ToList();
        var found = findings.Select(finding => $"{finding["activity"]} {finding["code"]}").ToList();
        return
        [
            .. expected.Except(found, StringComparer.Ordinal).Select(finding => $"not found: {finding}"),
            .. found.Except(expected, StringComparer.Ordinal).Select(finding => $"not expected: {finding}"),
        ];
    }

    private void Print(IReadOnlyList<JsonNode> findings)
    {
        var table = new Table().Title($"Hallazgos, {SamplePlan.Id}, {SamplePlan.Period}");
        table.AddColumn(new TableColumn("Act.").RightAligned());
        table.AddColumns("Gravedad", "Hallazgo");
        foreach (var finding in findings)
        {
            table.AddRow(
                (string)finding["activity"]!,
                Severity((string)finding["severity"]!),
                Markup.Escape((string)finding["title"]!)
            );
        }

        console.Write(table);
        var example = findings.First(finding => (string)finding["code"]! == Example);
        console.MarkupLineInterpolated($"Por ejemplo, actividad {example["activity"]}: {example["detail"]}");
    }

    private static string Severity(string severity) =>
        severity switch
        {
            "serious" => "[red]● grave[/]",
            "warning" => "[yellow]● a revisar[/]",
            _ => "○ aviso",
        };

    private static string Evidence(DemoClaim claim) => $"{Period}/activities/{claim.Activity}/evidence";
}
