using Avance.Functions.Reports;
using Avance.Functions.Reports.National;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;
using Samples = Avance.Samples;

namespace Avance.Pages.Tests.Guides;

/// <summary>The pictures of the guide for the secretariat, in the order of a semester.</summary>
public static class SecretariatWalk
{
    private const int Width = 1000;

    // Sent with files that agree with it, and below its target without any.
    private const int Clear = 22;
    private const int Doubtful = 25;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Album> TakeAsync(AzuriteFixture azurite, ChromiumFixture chromium)
    {
        var album = new Album();
        await using var app = await GuideApp.StartAsync(azurite, GuideApp.Open);
        await PrepareAsync(app);
        await TakeImportAsync(album, chromium, app);
        await using var visitor = await GuideApp.ComeAsync(chromium, app, unit: null, Width);
        await Assertions.Expect(visitor.Heading("Quién ha enviado qué")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-resumen", visitor.Page.Locator("body"), 1100);
        await TakePlanAsync(album, visitor);
        await TakeReviewAsync(album, visitor);
        await TakeReportsAsync(album, visitor, app);
        await TakeGroupAsync(album, visitor);
        await TakeNationAsync(album, chromium, app);
        return album;
    }

    private static async Task PrepareAsync(AppDriver app)
    {
        using var api = new Samples.ApiClient(app.Address);
        var samples = GuideApp.Sample("");
        await new Samples.SamplePlan(api, samples).RecordAchievementsAsync(Cancel);
        await new Samples.SampleImport(
            api,
            samples,
            Samples.WorkPlanSample.Id,
            Samples.WorkPlanSample.Period
        ).ImportAsync(dryRun: false, Cancel);
        await new Samples.SampleGroups(api, samples).LoadAsync(Cancel);
        await GuideApp.UploadAsync(app, "OGRH", Clear, "Informe PDP.pdf", "Participantes PDP.xlsx");
        await GuideApp.SendAsync(
            app,
            "OGRH",
            Clear,
            109,
            "INFORME N° D000915-2023-MIMP-ODTH",
            "Se capacitó a 109 personas con enfoque de género."
        );
        await GuideApp.SendAsync(
            app,
            "OGRH",
            Doubtful,
            12,
            "INFORME N° D000908-2023-MIMP-ODTH",
            "Se emitieron 12 comunicados."
        );
        await GuideApp.ExamineAsync(app, Clear, Doubtful);
    }

    /// <summary>The next plan of the same body, which is not there yet.</summary>
    private static async Task TakeImportAsync(Album album, ChromiumFixture chromium, AppDriver app)
    {
        await using var visitor = await DeskApp.ComeAsAsync(chromium, app, "secretariat psig-2024-2025", Width);
        await visitor.Page.GotoAsync("/importar?plan=psig-2024-2025");
        await visitor.Page.GetByLabel("Archivo del plan").SetInputFilesAsync(GuideApp.Workbook);
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("esto cambiaría")).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => (one.open = false))");
        await album.TakeAsync(visitor.Page, "mesa-importar", visitor.Content(), 900);
    }

    private static async Task TakePlanAsync(Album album, Visitor visitor)
    {
        await visitor.Page.GotoAsync("/editar");
        await Assertions.Expect(visitor.Button("Preparar el plan siguiente")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-plan", visitor.Content(), 1000);
        await album.TakeAsync(
            visitor.Page,
            "mesa-siguiente",
            visitor.Button("Preparar el plan siguiente").Locator("xpath=ancestor::section[1]"),
            700
        );
        await visitor.Page.GotoAsync("/enlaces");
        await visitor.Page.GetByLabel("Unidad").SelectOptionAsync("OGRH");
        await visitor.Button("Hacer el enlace").ClickAsync();
        await Assertions.Expect(visitor.Button("Copiar")).ToBeVisibleAsync();
        // It opens nothing any more, and would be another one each time.
        await visitor
            .Page.Locator(".address")
            .EvaluateAsync("one => one.textContent = 'https://avance.example/entrar#…'");
        await album.TakeAsync(visitor.Page, "mesa-enlaces", visitor.Content(), 900);
        await visitor.Page.GotoAsync("/recordatorios");
        await Assertions.Expect(visitor.Heading("Lo que sigue")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-recordatorios", visitor.Content(), 800);
        await album.TakeAsync(
            visitor.Page,
            "mesa-etapas",
            visitor.Heading("Etapas"),
            700,
            visitor.Heading("Lo enviado")
        );
        await visitor.Page.GotoAsync("/enmiendas");
        await visitor.Button("Mover el plazo del segundo semestre de 2023").ClickAsync();
        await album.TakeAsync(visitor.Page, "mesa-enmiendas", visitor.Content(), 1200);
    }

    private static async Task TakeReviewAsync(Album album, Visitor visitor)
    {
        await visitor.Page.GotoAsync("/revision?estado=enviado");
        await Assertions.Expect(visitor.Button("Marcar las que no tienen observaciones")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-revision", visitor.Content(), 900);
        await visitor.Page.GotoAsync($"/revision?actividad={Doubtful}");
        await Assertions.Expect(visitor.Heading("Observaciones sobre lo informado")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-actividad", visitor.Content(), 1200);
        await album.TakeAsync(
            visitor.Page,
            "mesa-evaluacion",
            visitor.Id("evaluation").Locator("xpath=ancestor::section[1]"),
            900
        );
        await album.TakeAsync(visitor.Page, "mesa-decidir", visitor.Region("Decidir"), 500);
    }

    private static async Task TakeReportsAsync(Album album, Visitor visitor, AppDriver app)
    {
        await app.Get<ReportRunner>().RunAsync(GuideApp.Plan, "guide", Cancel);
        await visitor.Page.GotoAsync("/informes");
        await Assertions.Expect(visitor.Page.Locator(".part")).ToHaveCountAsync(6);
        await album.TakeAsync(visitor.Page, "mesa-informes", visitor.Content(), 900);
        await album.TakeAsync(visitor.Page, "mesa-recomendaciones", visitor.Region("Recomendaciones"), 700);
        await visitor.Button("Hacer el documento").ClickAsync();
        await Assertions
            .Expect(visitor.Region("Documentos").GetByText("Listo"))
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await album.TakeAsync(visitor.Page, "mesa-documentos", visitor.Region("Documentos"), 900);
        await visitor.Page.GotoAsync("/logros");
        await Assertions.Expect(visitor.Button("Registrar un logro")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-logros", visitor.Content(), 700);
    }

    private static async Task TakeGroupAsync(Album album, Visitor visitor)
    {
        await visitor.Page.GotoAsync("/grupo");
        await Assertions.Expect(visitor.Heading("Acuerdos pendientes")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "mesa-grupo", visitor.Content(), 900);
    }

    private static async Task TakeNationAsync(Album album, ChromiumFixture chromium, AppDriver app)
    {
        (await app.Get<ConsolidationRunner>().RunAsync("national", Cancel)).ShouldNotBeNull();
        await using var visitor = await DeskApp.ComeAsAsync(chromium, app, "national-secretariat", Width);
        await visitor.Page.GotoAsync("/panorama");
        await Assertions.Expect(visitor.Button("Nombrar Secretaría Técnica")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "nacional-panorama", visitor.Content(), 1000);
        await visitor.Page.GotoAsync("/nacional?periodo=2023-II");
        await Assertions.Expect(visitor.Heading("Consolidado nacional")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "nacional-consolidado", visitor.Content(), 900);
    }
}
