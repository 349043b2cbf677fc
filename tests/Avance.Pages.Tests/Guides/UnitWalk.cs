using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Guides;

/// <summary>The pictures of the guide for units, in the order in which a unit sees the pages.</summary>
public static class UnitWalk
{
    private const string Unit = "OGRH";
    private const int Width = 800;

    // Sent above its target, sent below it, returned, and still to be filled in.
    private const int Sent = 22;
    private const int Below = 25;
    private const int Returned = 26;
    private const int Filled = 42;

    public static async Task<Album> TakeAsync(AzuriteFixture azurite, ChromiumFixture chromium)
    {
        var album = new Album();
        await TakeMailAsync(album, chromium);
        await using (var app = await GuideApp.StartAsync(azurite, GuideApp.Open))
        {
            await PrepareAsync(app);
            await TakeEntryAsync(album, chromium, app);
            await using var visitor = await GuideApp.ComeAsync(chromium, app, Unit, Width);
            await TakeFormAsync(album, visitor);
            await TakeAnswersAsync(album, visitor);
        }

        await using (var late = await GuideApp.StartAsync(azurite, GuideApp.Late))
        {
            await using var visitor = await GuideApp.ComeAsync(chromium, late, Unit, Width);
            await Assertions.Expect(visitor.Text("El plazo venció.")).ToBeVisibleAsync();
            await album.TakeAsync(visitor.Page, "unidad-plazo", visitor.Content(), 420);
        }

        return album;
    }

    private static async Task TakeMailAsync(Album album, ChromiumFixture chromium)
    {
        await using var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 700, Height = 900 },
            }
        );
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            await File.ReadAllTextAsync(
                RepositoryRoot.File("tests/Avance.Functions.Tests/Reminders/Golden/before-7.html"),
                TestContext.Current.CancellationToken
            )
        );
        await album.TakeAsync(page, "unidad-correo", page.Locator("body"), 700);
    }

    private static async Task PrepareAsync(AppDriver app)
    {
        await GuideApp.SendAsync(
            app,
            Unit,
            Sent,
            109,
            "INFORME N° D000915-2023-MIMP-ODTH",
            "Se capacitó a 109 personas con enfoque de género."
        );
        await GuideApp.SendAsync(
            app,
            Unit,
            Below,
            12,
            "INFORME N° D000908-2023-MIMP-ODTH",
            "Se emitieron 12 comunicados."
        );
        await GuideApp.SendAsync(
            app,
            Unit,
            Returned,
            9,
            "INFORME N° D000908-2023-MIMP-ODTH",
            "Se emitieron 9 comunicados en fechas emblemáticas."
        );
        await GuideApp.ReviewAsync(app, Sent, SentProgress.Accept(Guid.NewGuid()));
        await GuideApp.ReviewAsync(app, Returned, SentProgress.Return(Guid.NewGuid()));
        await GuideApp.ExamineAsync(app, Sent, Below, Returned);
    }

    private static async Task TakeEntryAsync(Album album, ChromiumFixture chromium, AppDriver app)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, app, Width, 600);
        await visitor.Page.GotoAsync("/entrar#x");
        await album.TakeAsync(visitor.Page, "unidad-entrar", visitor.Content(), 320);
        await visitor.Button("Entrar").ClickAsync();
        await Assertions.Expect(visitor.Heading("El enlace ya no sirve")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "unidad-enlace", visitor.Content(), 320);
    }

    private static async Task TakeFormAsync(Album album, Visitor visitor)
    {
        await Assertions.Expect(visitor.Text("Por explicar: 6 observaciones")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "unidad-inicio", visitor.Page.Locator("body"), 900);
        var page = new ActivityPage(visitor, Filled);
        await page.GoAsync();
        await page.Executed().FillAsync("57");
        await page.Narrative.FillAsync(
            "Se dictó el curso contra el hostigamiento sexual laboral en agosto y setiembre."
        );
        await visitor.Page.GetByLabel("Documento 1").FillAsync("INFORME N° D000916-2023-MIMP-ODTH");
        await page.SavedAsync();
        await album.TakeAsync(
            visitor.Page,
            "unidad-actividad",
            visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Qué se pide" }),
            1500,
            visitor.Heading("Problemas, mejoras y logros")
        );
        await visitor.Page.GetByLabel("Problemas").FillAsync("Hubo rotación del personal.");
        await visitor.Page.GetByLabel("Acciones de mejora").FillAsync("El curso se repetirá en marzo.");
        await album.TakeAsync(
            visitor.Page,
            "unidad-problemas",
            visitor.Heading("Problemas, mejoras y logros"),
            900,
            visitor.Heading("Archivos de evidencia")
        );
        await page.UploadAsync("Lista de asistencia.csv", ActivityPage.People);
        await Assertions
            .Expect(page.File("Lista de asistencia.csv"))
            .ToContainTextAsync("lista: 2 mujeres, 1 hombre", new() { Timeout = 40_000 });
        await page.SavedAsync();
        await album.TakeAsync(visitor.Page, "unidad-archivos", visitor.Region("Archivos de evidencia"), 600);
        await page.Send.ScrollIntoViewIfNeededAsync();
        await album.TakeAsync(visitor.Page, "unidad-enviar", visitor.Region("Enviar a la Secretaría Técnica"), 300);
        await page.Send.ClickAsync();
        await album.TakeAsync(visitor.Page, "unidad-revisar", visitor.Page.GetByRole(AriaRole.Dialog), 900);
        await visitor.Button("Enviar").ClickAsync();
        await page.ArrivedAsync();
        await Assertions.Expect(visitor.Page.Locator("code")).ToBeVisibleAsync();
        await album.TakeAsync(visitor.Page, "unidad-constancia", visitor.Content(), 1000);
    }

    private static async Task TakeAnswersAsync(Album album, Visitor visitor)
    {
        await new ActivityPage(visitor, Below).GoAsync();
        var findings = visitor.Region("Observaciones sobre lo informado");
        await Assertions
            .Expect(findings.GetByRole(AriaRole.Listitem))
            .Not.ToHaveCountAsync(0, new() { Timeout = 40_000 });
        await album.TakeAsync(visitor.Page, "unidad-observaciones", findings, 620);
        await new ActivityPage(visitor, Returned).GoAsync();
        await album.TakeAsync(visitor.Page, "unidad-devuelta", visitor.Content(), 420);
    }
}
