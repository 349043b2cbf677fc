using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The form without a mouse, on a small telephone, in the dark.</summary>
public sealed class AccessibilityTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Form_WithTheKeyboardAlone_IsFilledInAndSent()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();
        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
        var page = new ActivityPage(visitor, 35);
        var keyboard = visitor.Page.Keyboard;

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Text("Ir al contenido")).ToBeFocusedAsync();
        await visitor.PhotographAsync("teclado-ir-al-contenido");
        await keyboard.PressAsync("Enter");
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "35. Actividad 35" }));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Heading("Qué se pide")).ToBeVisibleAsync();
        await visitor.TabToAsync(page.Executed());
        await keyboard.TypeAsync("10");
        await visitor.TabToAsync(page.Narrative);
        await keyboard.TypeAsync("Se hizo todo.");
        await visitor.TabToAsync(visitor.Button("Agregar otro documento"));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.GetByLabel("Documento 2")).ToBeFocusedAsync();
        await keyboard.TypeAsync("OFICIO N° D000003-2023-MIMP-OGRH");
        await visitor.TabToAsync(page.Send);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Send).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await visitor.TabToAsync(visitor.Button("Enviar"));
        await keyboard.PressAsync("Enter");
        await page.ArrivedAsync();

        (await page.ProgressAsync(app)).ShouldBeOk().Text.ShouldContain("OFICIO N° D000003-2023-MIMP-OGRH");
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1024, ColorScheme.Dark)]
    public async Task Form_OnASmallTelephoneOrInTheDark_FitsAndCanBeRead(int width, ColorScheme colors)
    {
        var name = $"{width}-{colors.ToString().ToUpperInvariant()}";
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app, width, 640, colors);
        await visitor.EnterAsync();
        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
        await visitor.InspectAsync($"inicio-{name}");
        var page = new ActivityPage(visitor, 34);
        await page.GoAsync();
        await page.Executed(2022).FillAsync("80");
        await page.Executed().FillAsync("40");
        await visitor.Page.GetByLabel("Documento 1").FillAsync("INFORME 149");
        await page.UploadAsync(
            "lista-de-asistencia-de-la-capacitacion-en-prevencion-del-hostigamiento-sexual.csv",
            ActivityPage.People
        );
        await Assertions.Expect(page.Received).ToContainTextAsync("lista: 2 mujeres", new() { Timeout = 40_000 });
        await page.SavedAsync();
        await visitor.InspectAsync($"actividad-{name}");
        await page.Send.ClickAsync();
        await visitor.InspectAsync($"resumen-{name}");
        await visitor.Button("Enviar").ClickAsync();
        await page.ArrivedAsync();
        await Assertions.Expect(visitor.Page.Locator("code")).ToBeVisibleAsync();
        await visitor.InspectAsync($"constancia-{name}");
        await page.GoAsync();
        await Assertions.Expect(visitor.Page.Locator(".finding")).Not.ToHaveCountAsync(0, new() { Timeout = 40_000 });
        await visitor.InspectAsync($"enviada-{name}");
    }

    [Fact]
    public async Task Form_AtTwiceTheTextSize_Fits()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app, width: 640, height: 480);
        var page = await ActivityPage.OpenAsync(visitor, 34);

        await visitor.Page.EvaluateAsync("document.documentElement.style.fontSize = '34px'");

        await visitor.ShouldFitAsync();
        await Assertions.Expect(page.Send).ToBeVisibleAsync();
    }
}
