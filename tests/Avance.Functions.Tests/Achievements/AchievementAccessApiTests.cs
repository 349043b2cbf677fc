using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Achievements;

/// <summary>Who sees and records which achievements, over HTTP.</summary>
public sealed class AchievementAccessApiTests(AzuriteFixture azurite)
{
    private static readonly string List = $"{AppDriver.Plan()}/achievements";
    private readonly string storage = azurite.NewAccount();
    private readonly string path = $"{List}/{Guid.NewGuid()}";

    [Fact]
    public async Task Anything_OfAnotherUnit_IsUnknown()
    {
        await using var driver = await StartAsync();
        var ofPlan = $"{List}/{Guid.NewGuid()}";
        (await driver.App.Reporter().PutAsync(path, 0, Directive())).ShouldBeOk();
        (await driver.App.Secretariat().PutAsync(ofPlan, 0, Directive("Plan aprobado"))).ShouldBeOk();
        var other = driver.App.Reporter("DTEG");

        (await other.GetAsync(List)).ShouldBeOk()["achievements"]!.AsArray().ShouldBeEmpty();
        foreach (var unseen in new[] { path, ofPlan })
        {
            (await other.GetAsync(unseen)).ShouldBeProblem(404, "achievement-unknown");
            (await other.PutAsync(unseen, 1, Directive("Mía"))).ShouldBeProblem(404, "achievement-unknown");
            (await other.PutAsync(unseen, 0, Directive("Mía"))).ShouldBeProblem(409, "achievement-id-used");
            (await other.PostAsync($"{unseen}/withdraw", 1, new { reason = "No es mío." })).ShouldBeProblem(
                404,
                "achievement-unknown"
            );
            (await other.PostAsync($"{unseen}/restore", 1, new { })).ShouldBeProblem(404, "achievement-unknown");
        }

        (await driver.App.Reporter().GetAsync(path)).ShouldBeOk()["versions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_ByTheSecretariat_NamesAUnitOrNone()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        (await secretariat.PutAsync(path, 0, Directive(unit: "OGRH"))).ShouldBeOk();
        var none = (await secretariat.PutAsync($"{List}/{Guid.NewGuid()}", 0, Directive())).ShouldBeOk();

        none["unit"].ShouldBeNull();
        (await secretariat.PutAsync(path, 1, Directive(unit: "XX"))).ShouldBeProblem(422, "unit-unknown", "unit");
        // What is of the unit, it may change, whoever recorded it.
        (await driver.App.Reporter().PutAsync(path, 1, Directive("Otra")))
            .ShouldBeOk()
            .Version.ShouldBe(2);
    }

    [Fact]
    public async Task List_Filters_ChooseByUnitThemeAndYear()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        await PutAsync("Directiva", "OGRH", "Directivas y normas", "2023-05-15");
        await PutAsync("Curso", "DTEG", "Fortalecimiento de capacidades", "2023-06-30");
        await PutAsync("Diagnóstico", null, "Diagnóstico institucional", "2022-03-01");

        (await TitlesAsync("")).ShouldBe("Curso, Directiva, Diagnóstico");
        (await TitlesAsync("?unit=ogrh")).ShouldBe("Directiva");
        (await TitlesAsync("?theme=fortalecimiento%20de%20capacidades")).ShouldBe("Curso");
        (await TitlesAsync("?year=2022")).ShouldBe("Diagnóstico");
        (await TitlesAsync("?unit=DTEG&year=2022")).ShouldBe("");
        (await secretariat.GetAsync($"{List}?unit=XX")).ShouldBeProblem(422, "plan-unit-unknown", "unit");
        (await secretariat.GetAsync($"{List}?year=dos")).ShouldBeProblem(422, "achievement-year", "year");
        var list = (await secretariat.GetAsync(List)).ShouldBeOk();
        ((string)list["from"]!, (string)list["to"]!).ShouldBe(("2022-01-01", "2023-12-11"));
        list["themes"]!.AsArray().Count.ShouldBe(7);

        async Task PutAsync(string title, string? unit, string theme, string date) =>
            (
                await secretariat.PutAsync(
                    $"{List}/{Guid.NewGuid()}",
                    0,
                    new
                    {
                        theme,
                        title,
                        date,
                        unit,
                    }
                )
            ).ShouldBeOk();

        async Task<string> TitlesAsync(string query) =>
            string.Join(
                ", ",
                (await secretariat.GetAsync(List + query)).ShouldBeOk()["achievements"]!
                    .AsArray()
                    .Select(one => (string)one!["title"]!)
            );
    }

    [Fact]
    public async Task Link_OfAPeriod_ReachesTheYearOfThePeriodAlone()
    {
        await using var driver = await StartAsync();
        var earlier = new
        {
            theme = "Otros",
            title = "Del año anterior",
            date = "2022-06-01",
            unit = "OGRH",
        };
        (await driver.App.Secretariat().PutAsync(path, 0, earlier)).ShouldBeOk();
        var page = (await Browser.ByLinkAsync(driver.App)).Page;
        var own = $"{List}/{Guid.NewGuid()}";

        // The first semester's too: the link is for the second one, and the year is the same.
        (await page.PutAsync(own, 0, Directive())).ShouldBeOk();
        (await page.PutAsync(own, 1, earlier)).ShouldBeProblem(422, "achievement-other-year", "date");
        (await page.GetAsync(path)).ShouldBeProblem(404, "achievement-unknown");
        var list = (await page.GetAsync(List)).ShouldBeOk();

        list["achievements"]!.AsArray().ShouldHaveSingleItem()!["title"]!
            .GetValue<string>()
            .ShouldBe("Directiva emitida");
        ((string)list["from"]!, (string)list["to"]!).ShouldBe(("2023-01-01", "2023-12-11"));
        (await driver.App.Reporter().GetAsync(List)).ShouldBeOk()["achievements"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_AchievementThatWasOfAnotherUnit_HasTheVersionsOfTheCallersUnitOnly()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        (await secretariat.PutAsync(path, 0, Directive(unit: "DTEG"))).ShouldBeOk();
        (await secretariat.PutAsync(path, 1, Directive(unit: "OGRH"))).ShouldBeOk();

        (await VersionsAsync(driver.App.Reporter())).ShouldBe([2]);
        (await VersionsAsync(secretariat)).ShouldBe([1, 2]);
        (await driver.App.Reporter("DTEG").GetAsync(path)).ShouldBeProblem(404, "achievement-unknown");
    }

    [Fact]
    public async Task Get_ByALink_HasTheVersionsOfItsYearOnly()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        (await secretariat.PutAsync(path, 0, On("2022-06-01"))).ShouldBeOk();
        (await secretariat.PutAsync(path, 1, On("2023-06-01"))).ShouldBeOk();
        var page = (await Browser.ByLinkAsync(driver.App)).Page;

        (await VersionsAsync(page)).ShouldBe([2]);
        (await VersionsAsync(driver.App.Reporter())).ShouldBe([1, 2]);

        static object On(string date) =>
            new
            {
                theme = "Otros",
                title = "Convenio firmado",
                date,
                unit = "OGRH",
            };
    }

    [Fact]
    public async Task Put_ActivityOfAnotherUnit_IsRefusedUnlessItWasThereBefore()
    {
        await using var driver = await StartAsync();
        var reporter = driver.App.Reporter();

        (await reporter.PutAsync(path, 0, Of("Convenio"))).ShouldBeProblem(422, "achievement-activity", "activity");
        (await driver.App.Secretariat().PutAsync(path, 0, Of("Convenio"))).ShouldBeOk();
        (await reporter.PutAsync(path, 1, Of("Convenio firmado"))).ShouldBeOk().Version.ShouldBe(2);

        static object Of(string title) =>
            new
            {
                theme = "Otros",
                title,
                date = "2023-06-01",
                activity = 42,
                unit = "OGRH",
            };
    }

    private async Task<IEnumerable<int>> VersionsAsync(ApiClient caller) =>
        (await caller.GetAsync(path)).ShouldBeOk()["versions"]!.AsArray().Select(one => (int)one!["version"]!);

    private Task<EvidenceDriver> StartAsync() => AchievementApiTests.StartAsync(storage);

    private static object Directive(string title = "Directiva emitida", string? unit = null) =>
        AchievementApiTests.Directive(title, unit);
}
