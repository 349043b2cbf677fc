using Avance.Pages.Tests.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the form says of what cannot be taken.</summary>
public sealed class ErrorTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Send_WithoutAFigure_SaysSoAndLeadsToTheField()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor, 34);

        await page.Send.ClickAsync();

        await Assertions.Expect(visitor.Heading("Falta corregir 2 cosas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Summary).ToBeFocusedAsync();
        await visitor.InspectAsync("falta-la-cantidad");
        await visitor
            .Page.GetByRole(AriaRole.Link, new() { Name = "Escriba la cantidad ejecutada de la meta de 2023." })
            .ClickAsync();
        await Assertions.Expect(page.Executed()).ToBeFocusedAsync();
        await Assertions.Expect(page.Executed()).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Figure_ThatIsNone_IsSaidAtOnce()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);

        await page.Executed().FillAsync("unos 20");
        await Assertions.Expect(page.Goal()).ToContainTextAsync("Escriba solo un número");
        await page.Executed().FillAsync("1,250.5");
        await Assertions.Expect(page.Goal()).ToContainTextAsync("12,505 % de la meta");
        await page.Executed().FillAsync("0");
        await Assertions.Expect(page.Goal()).ToContainTextAsync("0 % de la meta");
    }

    [Fact]
    public async Task Draft_ThatTheServerRefuses_IsMarkedAtTheFields()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Narrative.FillAsync(new string('x', 10_001));
        await visitor.Page.GetByLabel("Enlace 1").FillAsync("esto no es una dirección");

        await Assertions.Expect(page.Status).ToContainTextAsync("hay algo que corregir");
        await Assertions.Expect(page.Narrative).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visitor.Page.GetByLabel("Enlace 1")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visitor.Page.GetByLabel("Enlace 1")).ToBeFocusedAsync();
        await visitor.InspectAsync("borrador-rechazado");
        await page.Narrative.FillAsync("Más corto.");
        await visitor.Page.GetByLabel("Enlace 1").FillAsync("https://www.gob.pe/mimp");

        await page.SavedAsync();
        await Assertions.Expect(page.Narrative).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Send_ThatTheServerRefuses_IsMarkedAtTheFields()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Executed().FillAsync("10");
        await visitor.Page.GetByLabel("Enlace 1").FillAsync("https://");

        await page.SendAsync();

        await Assertions.Expect(visitor.Heading("Falta corregir algo")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Enlace 1")).ToHaveAttributeAsync("aria-invalid", "true");
        (await page.ProgressAsync(app)).State.ShouldNotBe("submitted");
        await visitor.Page.GetByLabel("Enlace 1").FillAsync("");
        await page.SendAsync();
        await page.ArrivedAsync();
    }

    [Fact]
    public async Task File_ThatIsNoEvidence_IsRefusedAndOneSentByMistakeIsTakenBack()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);

        await page.UploadAsync("vacio.txt", "");
        await Assertions.Expect(page.Sending).ToContainTextAsync("El archivo está vacío.");
        await page.UploadAsync("programa.exe", "MZ\u0090\0\u0003");
        await Assertions.Expect(page.Sending.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Button("Quitar programa.exe")).ToBeVisibleAsync();
        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
        await visitor.InspectAsync("archivos-rechazados");
        await visitor.Button("Quitar programa.exe").ClickAsync();
        await visitor.Button("Quitar vacio.txt").ClickAsync();
        await Assertions.Expect(page.Sending).ToBeHiddenAsync();

        await visitor.Button("Retirar lista.csv").ClickAsync();
        await Assertions.Expect(page.Received).ToBeHiddenAsync();
    }

    [Fact]
    public async Task File_LargerThanTheSetting_IsRefusedBeforeItIsSent()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            listens: true,
            configure: builder =>
                builder.Configuration.AddInMemoryCollection([
                    KeyValuePair.Create("Reading:FileMegabytes", (string?)"1"),
                ])
        );
        await app.AddAsync(FormApp.Plan());
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await Assertions.Expect(visitor.Text("de hasta 1 MB cada uno")).ToBeVisibleAsync();

        await page.UploadAsync("largo.txt", new string('x', (1024 * 1024) + 1));
        await page.UploadAsync("justo.txt", new string('x', 1024 * 1024));

        await Assertions.Expect(page.Sending).ToContainTextAsync("El archivo pesa más de 1 MB");
        await Assertions.Expect(page.Received).ToContainTextAsync("justo.txt");
    }

    [Fact]
    public async Task Upload_Canceled_IsNotSent()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.SlowDownAsync(uploadBytesASecond: 100_000);
        await page.UploadAsync("informe.txt", new string('x', 2_000_000));
        await Assertions.Expect(page.Sending).ToContainTextAsync("Enviando: ");

        await visitor.Button("Cancelar informe.txt").ClickAsync();

        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
        await visitor.SlowDownAsync(uploadBytesASecond: -1);
        await page.GoAsync();
        await Assertions.Expect(page.Received).ToBeHiddenAsync();
        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Period_ThatClosesMeanwhile_IsSaidAndTheActivityIsShown()
    {
        await using var app = await FormApp.StartAsync(azurite, TestPlan.Closes.AddMinutes(-5));
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        await page.Narrative.FillAsync("Demasiado tarde.");
        await Assertions.Expect(page.Status).ToContainTextAsync("se cerró el 01/02/2024");
        await visitor.InspectAsync("periodo-cerrado-mientras-escribe");
        await visitor.Button("Ver cómo está").ClickAsync();

        await Assertions.Expect(visitor.Text("El periodo está cerrado")).ToBeVisibleAsync();
        await visitor.InspectAsync("actividad-cerrada");
    }

    [Theory]
    [InlineData(99, "La actividad no existe")]
    [InlineData(37, "La actividad no existe")]
    public async Task Activity_OfNobodyOrAnotherUnit_IsNotShown(int number, string says)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();

        await visitor.Page.GotoAsync($"/actividades/{number}");

        await Assertions.Expect(visitor.Heading(says)).ToBeVisibleAsync();
        await visitor.InspectAsync($"actividad-{number}");
    }

    [Fact]
    public async Task Receipt_OfWhatWasNotSent_IsNotShown()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();

        await visitor.Page.GotoAsync("/actividades/35/constancia");

        await Assertions.Expect(visitor.Heading("Todavía no se ha enviado")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Link_ThatWorksNoMore_SaysWhereToGetAnother()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var token = await Browser.LinkAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(15));

        await visitor.Page.GotoAsync($"/entrar#{token}");
        await visitor.Button("Entrar").ClickAsync();

        await Assertions.Expect(visitor.Heading("El enlace ya no sirve")).ToBeVisibleAsync();
        await visitor.InspectAsync("enlace-no-valido");
    }
}
