using Avance.Pages.Tests.Drivers;
using Avance.Testing;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the desk says when something behind it failed, or a figure is out of all proportion.</summary>
public sealed class DeskFailureTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Report_ThatFailed_SaysSoUntilItIsCompiled(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await DeskApp.FailReportAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);
        await Assertions.Expect(visitor.Text("La compilación falló")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Id("page")).ToContainTextAsync("Vuelva a pedirla con el botón");
        await visitor.InspectAsync($"mesa-informe-fallido-{width}");

        await visitor.Button("Compilar los informes ahora").ClickAsync();
        await Assertions.Expect(visitor.Id("page")).ToContainTextAsync("Se pidió la compilación");
        await DeskApp.WaitForReportAsync(app);
        await visitor.Page.ReloadAsync();

        await Assertions.Expect(visitor.Text("Última compilación")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("La compilación falló")).Not.ToBeVisibleAsync();
    }

    /// <summary>An identity number in the wrong field, and the largest that a form takes.</summary>
    [Theory]
    [InlineData(1200, 46_781_234)]
    [InlineData(320, 1_000_000_000)]
    public async Task Figures_OfAnySize_AreShown(int width, int executed)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await DeskApp.SendAsync(app, DeskApp.Unsent, executed);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);
        await Assertions
            .Expect(visitor.Id("page"))
            .ToContainTextAsync(executed == 46_781_234 ? "467,812,340 %" : "10,000,000,000 %");
        await visitor.InspectAsync($"mesa-cifra-{width}");

        await visitor.Page.GotoAsync("/revision");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Checkbox).First).ToBeVisibleAsync();
        await visitor.InspectAsync($"revision-cifra-{width}");
    }
}
