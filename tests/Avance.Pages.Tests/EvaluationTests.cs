using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the secretariat writes of an activity for the report, at its claim.</summary>
public sealed class EvaluationTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Claim = "/revision?actividad=35";
    private const string Note = "El informe no tiene número en el SGD.";
    private static readonly string Evaluation = $"{AppDriver.Plan()}/periods/2023-II/activities/35/evaluation";

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Evaluation_ThatStartsFromTheNarrative_IsSavedWithItsNotesAndTakenBack(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Claim, width);
        await Assertions.Expect(visitor.Text("Sin evaluación")).ToBeVisibleAsync();

        await visitor.Button("Partir de lo que informó la unidad").ClickAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Se elaboró y difundió el informe.");
        await visitor.Button("Agregar una nota").ClickAsync();
        await visitor.Page.Keyboard.TypeAsync(Note);
        await visitor.Button("Agregar un problema, una acción o un logro").ClickAsync();
        await visitor.Page.GetByLabel("Qué es").SelectOptionAsync("Logro");
        await visitor.Page.GetByLabel("Texto 1").FillAsync("Llegó a las 25 regiones.");
        await visitor.InspectAsync($"evaluacion-nueva-{width}");
        await Save(visitor).ClickAsync();

        await visitor.ShouldSayAsync("La evaluación quedó guardada");
        await Assertions.Expect(visitor.Text("Versiones (1)")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("blockquote")).ToContainTextAsync("Se elaboró y difundió");
        await visitor.InspectAsync($"evaluacion-guardada-{width}");
        var written = (await app.Secretariat().GetAsync(Evaluation)).ShouldBeOk()["evaluation"]!;
        ((string?)written["text"]).ShouldBe("Se elaboró y difundió el informe.");
        ((string?)written["notes"]![0]).ShouldBe(Note);
        ((string?)written["factors"]![0]!["kind"]).ShouldBe("achievement");

        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(visitor.Text("Quedó como estaba antes")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Sin evaluación")).ToBeVisibleAsync();
        (await app.Secretariat().GetAsync(Evaluation)).ShouldBeOk()["evaluation"].ShouldBeNull();
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Evaluation_ThatTwoWrite_ShowsWhatTheOtherWroteAndKeepsBoth(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Claim, width);
        await Text(visitor).FillAsync("Lo mío.");
        await WriteAsync(app, 0, "Lo de la otra persona.");

        await Save(visitor).ClickAsync();

        await Assertions.Expect(visitor.Heading("Otra persona guardó mientras usted escribía")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Lo de la otra persona.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("por dev:secretariat");
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Lo mío.");
        await visitor.InspectAsync($"evaluacion-dos-{width}");
        await visitor.Button("Guardar lo mío en su lugar").ClickAsync();
        await Assertions.Expect(visitor.Text("Versiones (2)")).ToBeVisibleAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Lo mío.");
        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Lo de la otra persona.");
    }

    [Fact]
    public async Task Evaluation_ThatIsTyped_SurvivesAReloadAndIsNotSavedOverANewerOne()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Claim);
        await Text(visitor).FillAsync("A medio escribir.");
        await WriteAsync(app, 0, "Mientras tanto.");

        await visitor.Page.ReloadAsync();

        await Assertions.Expect(visitor.Text("no llegó a guardar")).ToBeVisibleAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("A medio escribir.");
        await Save(visitor).ClickAsync();
        await Assertions.Expect(visitor.Heading("Otra persona guardó mientras usted escribía")).ToBeVisibleAsync();
        await visitor.Button("Quedarme con lo de la otra persona").ClickAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Mientras tanto.");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(Text(visitor)).ToHaveValueAsync("Mientras tanto.");
        await Assertions.Expect(visitor.Text("no llegó a guardar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Evaluation_ThatIsTooLongOrHasALongNote_SaysWhere()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Claim);
        await Text(visitor).FillAsync(new string('a', 20_001));
        await visitor.Button("Agregar una nota").ClickAsync();
        await visitor.Button("Agregar una nota").ClickAsync();
        await visitor.Page.GetByLabel("Nota 2").FillAsync(new string('b', 1_001));

        await Save(visitor).ClickAsync();

        await Assertions.Expect(visitor.Heading("Falta corregir 2 cosas")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("textarea[aria-invalid=true]")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.GetByLabel("Nota 2")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync("evaluacion-error");
    }

    [Fact]
    public async Task Evaluation_ThatTheUnitOvertook_IsConfirmedWithAButton()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await WriteAsync(app, 0, "Se cumplió la meta.");
        app.Clock.SetUtcNow(app.Clock.GetUtcNow().AddHours(1));
        await SendAgainAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Claim);
        await Assertions.Expect(visitor.Text("La unidad envió otra vez después de esta evaluación")).ToBeVisibleAsync();
        app.Clock.SetUtcNow(app.Clock.GetUtcNow().AddHours(1));

        await visitor.Button("Sigue valiendo").ClickAsync();

        await Assertions.Expect(visitor.Text("Quedó confirmada")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Button("Sigue valiendo")).ToHaveCountAsync(0);
        ((int?)(await app.Secretariat().GetAsync(Evaluation)).ShouldBeOk()["evaluation"]!["version"]).ShouldBe(2);
    }

    [Fact]
    public async Task Evaluation_ForAReader_IsReadAndNotChanged()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await WriteAsync(app, 0, "Se cumplió la meta.");
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "reader plan-de-prueba")]);

        await visitor.Page.GotoAsync(Claim);

        await Assertions.Expect(visitor.Text("Se cumplió la meta.")).ToBeVisibleAsync();
        await Assertions.Expect(Save(visitor)).ToHaveCountAsync(0);
        await visitor.InspectAsync("evaluacion-lectura");
    }

    private static ILocator Text(Visitor visitor) => visitor.Page.GetByLabel("Evaluación para el informe");

    private static ILocator Save(Visitor visitor) => visitor.Button("Guardar la evaluación");

    private static async Task WriteAsync(AppDriver app, int seen, string text) =>
        (await app.Secretariat().PutAsync(Evaluation, seen, new { text })).ShouldBeOk();

    private static async Task SendAgainAsync(AppDriver app)
    {
        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(35)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();
        (
            await app.Secretariat()
                .PutAsync(
                    AppDriver.Progress(35),
                    2,
                    SentProgress.Submission(Guid.NewGuid(), 10, narrative: "Corregido.")
                )
        ).ShouldBeOk();
    }
}
