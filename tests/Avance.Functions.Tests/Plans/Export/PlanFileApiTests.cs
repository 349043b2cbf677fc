using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Export;

/// <summary>Plans downloaded over HTTP.</summary>
public sealed class PlanFileApiTests(AzuriteFixture azurite)
{
    private static readonly string Path = $"{AppDriver.Plan(PlanBuilder.Id)}/file";

    [Fact]
    public async Task Get_FileOfAnImportedPlan_ImportedAgainChangesNothing()
    {
        await using var app = await StartAsync();
        var secretariat = app.Secretariat(PlanBuilder.Id);

        var file = (await secretariat.GetAsync($"{Path}?format=json")).ShouldBeOk();
        var again = await secretariat.PostAsync($"{AppDriver.Plan(PlanBuilder.Id)}/import", null, file.Text);

        again.ShouldBeOk()["rowsWritten"]!.GetValue<int>().ShouldBe(0);
        again["changes"]!["changed"]!.AsArray().ShouldBeEmpty();
        file.Text.ShouldContain("ana@entidad.example");
    }

    [Theory]
    [InlineData("reader plan-de-prueba")]
    [InlineData("unit-reporter plan-de-prueba OGRH")]
    [InlineData("national-secretariat")]
    public async Task Get_ByWhoMayOnlyRead_HasNoContacts(string caller)
    {
        await using var app = await StartAsync();

        var file = (await app.As(caller).GetAsync($"{Path}?format=json")).ShouldBeOk();

        file["units"]!.AsArray().Count.ShouldBe(3);
        file["contacts"].ShouldBeNull();
        file.Text.ShouldNotContain("ana@entidad.example");
    }

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "application/zip")]
    [InlineData("json", "application/json")]
    public async Task Get_EachFormat_HasItsType(string format, string type)
    {
        await using var app = await StartAsync();

        (await app.Secretariat().GetAsync($"{Path}?format={format}"))
            .ShouldBeOk()
            .ContentType!.MediaType.ShouldBe(type);
        (await app.Secretariat().GetAsync($"/api/plan-template?format={format}"))
            .ShouldBeOk()
            .ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task Get_AnotherFormatOrPlan_IsRefused()
    {
        await using var app = await StartAsync();

        (await app.Secretariat().GetAsync(Path)).ShouldBeProblem(422, "plan-file-format", "format");
        (await app.Secretariat().GetAsync("/api/plan-template?format=pdf")).ShouldBeProblem(
            422,
            "plan-file-format",
            "format"
        );
        (await app.As("reader otro-plan").GetAsync("/api/plans/otro-plan/file?format=csv")).ShouldBeProblem(
            404,
            "plan-not-found"
        );
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        using var file = new ByteArrayContent(
            new PlanFileBuilder()
                .Add("Contactos", "Unidad", "Nombre", "Correo")
                .Add("Contactos", "OGRH", "Ana", "ana@entidad.example")
                .ToCsv()
        );
        file.Headers.ContentType = new("application/zip");
        var import = $"{AppDriver.Plan(PlanBuilder.Id)}/import";
        (await app.Secretariat().SendAsync(HttpMethod.Post, import, null, file)).ShouldBeOk();
        return app;
    }
}
