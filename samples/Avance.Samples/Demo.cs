using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Samples.Figures;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>The whole job, stage by stage: plan, evidence, submissions, findings, review, report, and the report once more.</summary>
/// <param name="output">The folder that the report's files are saved in.</param>
internal sealed class Demo(ApiClient api, SamplePlan plan, DirectoryInfo output, IAnsiConsole console)
{
    private const string Reports = $"api/plans/{SamplePlan.Id}/reports";
    private const int MaxRuns = 5;

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);
    private readonly List<(string Stage, string Result, TimeSpan Time)> stages = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var published = PublishedFigures.Read(plan.Folder);
        await StageAsync("Importar el plan", () => ImportAsync(cancellationToken));
        await StageAsync("Recordar a las unidades", () => new DemoReminders(api, console).SendAsync(cancellationToken));
        var activities = await api.GetAsync(
            $"api/plans/{SamplePlan.Id}/activities?period={SamplePlan.Period}",
            SamplePlan.Secretariat,
            cancellationToken
        );
        var units = activities
            .AsArray()
            .ToDictionary(
                activity => Number(activity!["activity"]!["number"]!),
                activity => (string)activity!["activity"]!["responsibleUnit"]!
            );
        var folder = Path.Combine(plan.Samples, "evidence");
        var claims = DemoClaim.Read(folder);
        var evidence = new DemoEvidence(api, console, folder, claims);
        var submissions = new DemoSubmissions(api, console, units, published.Reference, claims);
        await StageAsync("Subir la evidencia", () => evidence.UploadAsync(cancellationToken));
        await StageAsync("Enviar los avances", () => submissions.SubmitAsync(cancellationToken));
        await StageAsync("Leer y examinar la evidencia", () => evidence.ExamineAsync(cancellationToken));
        await StageAsync("Enviar lo que faltaba", () => submissions.SubmitForgottenAsync(cancellationToken));
        await StageAsync("Observar, subsanar y aceptar", () => submissions.ReviewAsync(cancellationToken));
        await StageAsync("Compilar el reporte", () => CompileAsync(cancellationToken));
        var report = await api.GetAsync($"{Reports}/{SamplePlan.Period}", SamplePlan.Secretariat, cancellationToken);
        await StageAsync("Compilar otra vez, sin cambios", () => CompileAgainAsync(cancellationToken));
        var files = new DemoReport(api, plan, published, output, console);
        await StageAsync("Importar el balance de 2022", () => files.ImportBalanceAsync(cancellationToken));
        await StageAsync("Registrar logros", () => files.RecordAchievementsAsync(cancellationToken));
        await StageAsync("Evaluar actividades", () => files.EvaluateAsync(cancellationToken));
        await StageAsync("Editar una recomendación", () => files.EditRecommendationAsync(cancellationToken));
        await StageAsync("Hacer el informe en Word", () => files.MakeWordAsync(cancellationToken));
        await StageAsync("Hacer el informe en Excel", () => files.MakeExcelAsync(cancellationToken));

        var policy = new PolicySample(api, plan.Samples);
        await StageAsync("Importar la política", () => ImportPolicyAsync(policy, cancellationToken));
        await StageAsync("Enviar sus indicadores", () => SendPolicyAsync(policy, cancellationToken));
        await StageAsync("Observar un logro esperado", () => DoubtPolicyAsync(policy, cancellationToken));
        var ofPolicy = await policy.CompileAsync(cancellationToken);

        var workPlan = new WorkPlanSample(api, plan.Samples);
        await StageAsync("Entregar lo del plan de trabajo", () => DeliverAsync(workPlan, cancellationToken));
        await StageAsync(
            "Consolidar el país",
            () =>
                new DemoNation(api, published, PublishedPolicy.Read(policy.Folder)).ConsolidateAsync(cancellationToken)
        );

        DemoTable.Print(console, report);
        console.Write(PublishedPolicy.Read(policy.Folder).Compare(ofPolicy));
        PrintStages();
        published.Compare(JsonFigures.Of(report), "The report", hasBalance: false);
        files.PrintWhere();
        console.MarkupLine(
            "[green]Las cifras son las que publicó el ministerio, salvo dos que truncó: 70.7 es 70.8 y 122 es 123.[/] Ver docs/source-discrepancies.md."
        );
    }

    /// <summary>A text value that is a number, whether it is written as one or not.</summary>
    public static int Number(JsonNode value) => int.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private async Task StageAsync(string stage, Func<Task<string>> act)
    {
        var watch = Stopwatch.StartNew();
        var result = await act();
        stages.Add((stage, result, watch.Elapsed));
        console.MarkupLineInterpolated($"[green]✓[/] {stage}: {result}");
    }

    private async Task<string> ImportAsync(CancellationToken cancellationToken)
    {
        var preview = await plan.ImportAsync(dryRun: true, cancellationToken);
        var imported = await plan.ImportAsync(dryRun: false, cancellationToken);
        var again = await plan.ImportAsync(dryRun: false, cancellationToken);
        if ((int)again["rowsWritten"]! != 0)
        {
            throw new DemoException($"Importing the same file again wrote {again["rowsWritten"]} rows.");
        }

        await plan.ReopenAsync(TimeProvider.System, cancellationToken);
        return $"{Added(preview)} elementos previstos, {Added(imported)} importados, 0 filas escritas al repetir; {SamplePlan.Period} reabierto";

        static int Added(JsonNode receipt) => receipt["changes"]!["added"]!.AsArray().Count;
    }

    private static async Task<string> ImportPolicyAsync(PolicySample policy, CancellationToken cancellationToken)
    {
        await policy.ImportAsync(cancellationToken);
        return await policy.IsInNationalOverviewAsync(cancellationToken)
            ? $"{PolicySample.Id}, {PolicySample.Period} reabierto; la Secretaría nacional la ve"
            : throw new DemoException($"The national secretariat does not see {PolicySample.Id}.");
    }

    private static async Task<string> SendPolicyAsync(PolicySample policy, CancellationToken cancellationToken)
    {
        var sent = await policy.SendAsync(cancellationToken);
        var again = await policy.SendAsync(cancellationToken);
        return again == 0
            ? $"{sent} indicadores de 2021, ninguno al repetir"
            : throw new DemoException($"Sending the policy again sent {again} indicators.");
    }

    private async Task<string> DoubtPolicyAsync(PolicySample policy, CancellationToken cancellationToken)
    {
        var printed = PublishedPolicy.Read(policy.Folder).Implausible;
        foreach (var finding in await policy.ImplausibleAsync([.. printed.Keys], cancellationToken))
        {
            console.MarkupLineInterpolated($"Actividad {finding["activity"]}, {finding["title"]}: {finding["detail"]}");
        }

        return string.Join(
            ", ",
            printed.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}: {one.Value:#,0.#} %"))
        );
    }

    private static async Task<string> DeliverAsync(WorkPlanSample workPlan, CancellationToken cancellationToken)
    {
        await workPlan.ImportAsync(cancellationToken);
        var sent = await workPlan.SendAsync(cancellationToken);
        var again = await workPlan.SendAsync(cancellationToken);
        return again == 0
            ? $"{sent} entregas de ejemplo en {WorkPlanSample.Period}, ninguna al repetir"
            : throw new DemoException($"Sending the deliveries again sent {again}.");
    }

    private async Task<string> CompileAsync(CancellationToken cancellationToken)
    {
        await api.SendAsync(
            HttpMethod.Post,
            "admin/functions/CompileReports",
            null,
            SamplePlan.JsonContentOf(new JsonObject { ["input"] = "" }),
            cancellationToken: cancellationToken
        );
        var compilation = await WaitAsync(null, cancellationToken);
        return $"{compilation["rowsWritten"]} filas escritas";
    }

    /// <summary>Compiles until a run finds nothing new: the receipts of what was sent last may still be on their way.</summary>
    private async Task<string> CompileAgainAsync(CancellationToken cancellationToken)
    {
        for (var runs = 1; ; runs++)
        {
            var before = await api.GetAsync(Reports, SamplePlan.Secretariat, cancellationToken);
            await api.SendAsync(HttpMethod.Post, Reports, SamplePlan.Secretariat, cancellationToken: cancellationToken);
            var after = await WaitAsync((string)before["runId"]!, cancellationToken);
            if ((int)after["rowsWritten"]! == 0)
            {
                return "0 filas escritas";
            }

            if (runs == MaxRuns)
            {
                throw new DemoException($"Run {runs} on unchanged data wrote {after["rowsWritten"]} rows.");
            }
        }
    }

    private Task<JsonNode> WaitAsync(string? otherThan, CancellationToken cancellationToken) =>
        Waiting.ForAsync(
            async () =>
                await api.FindAsync(Reports, SamplePlan.Secretariat, cancellationToken) is { } compilation
                && !(bool)compilation["running"]!
                && (string)compilation["runId"]! != otherThan
                    ? compilation
                    : null,
            MaxWait,
            () => $"The report was not compiled within {MaxWait.TotalSeconds} s.",
            cancellationToken
        );

    private void PrintStages()
    {
        var table = new Table().Title("Etapas").AddColumns("Etapa", "Resultado");
        table.AddColumn(new TableColumn("Segundos").RightAligned());
        foreach (var (stage, result, time) in stages)
        {
            table.AddRow(stage, Markup.Escape(result), time.TotalSeconds.ToString("0.0", null));
        }

        console.Write(table);
    }
}
