using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Guides;

/// <summary>
/// The guides say what the pages say: what a section cites between « and » can be read on one of its pictures, and the
/// pictures are of the pages as they are.
/// </summary>
public sealed class GuideTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const long MaxBytes = 2_000_000;

    private static readonly GuideFile ForUnits = GuideFile.Read("guia-unidades.md");
    private static readonly GuideFile ForSecretariat = GuideFile.Read("guia-secretaria.md");

    [Fact]
    public async Task UnitGuide_WhatItCites_IsOnThePagesThatItPictures() =>
        ShouldFit(ForUnits, await UnitWalk.TakeAsync(azurite, chromium));

    [Fact]
    public async Task SecretariatGuide_WhatItCites_IsOnThePagesThatItPictures() =>
        ShouldFit(ForSecretariat, await SecretariatWalk.TakeAsync(azurite, chromium));

    [Fact]
    public void Pictures_OfBothGuides_AreThoseOfTheFolderAndSmall()
    {
        Album
            .Files()
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(ForUnits.Pictures.Concat(ForSecretariat.Pictures), ignoreOrder: true);
        Album.Files().Sum(file => new FileInfo(file).Length).ShouldBeLessThan(MaxBytes);
    }

    [Theory]
    [InlineData("/ayuda/unidades", 1024)]
    [InlineData("/ayuda/unidades", 320)]
    [InlineData("/ayuda/secretaria", 1024)]
    [InlineData("/ayuda/secretaria", 320)]
    public async Task Guide_AsAPage_ShowsItsPicturesAndBreaksNoRule(string path, int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.Page.GotoAsync(path);
        var pictures = visitor.Page.Locator(".guide img");
        await Assertions.Expect(pictures).Not.ToHaveCountAsync(0);

        foreach (var picture in await pictures.AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            (
                await picture.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }")
            ).ShouldBeInRange(1, Album.MaxWidth);
        }

        await visitor.InspectAsync($"{path[1..].Replace('/', '-')}-{width}");
    }

    [Fact]
    public async Task Help_FromTheFormAndFromTheDesk_OpensTheGuideOfEach()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var unit = await Visitor.ComeAsync(chromium, app);
        await unit.Page.GotoAsync("/entrar#x");
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "Ayuda" }).ClickAsync();
        await Assertions.Expect(unit.Heading("Guía para las unidades")).ToBeVisibleAsync();
        await ActivityPage.OpenAsync(unit);
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "Ayuda" }).ClickAsync();
        await Assertions.Expect(unit.Heading("Guía para las unidades")).ToBeVisibleAsync();

        await using var desk = await DeskApp.ComeAsync(chromium, app, "/revision");
        await Assertions.Expect(desk.Page.Locator("#pages")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Ayuda" }).ClickAsync();

        await Assertions.Expect(desk.Heading("Guía para la Secretaría Técnica")).ToBeVisibleAsync();
    }

    private static void ShouldFit(GuideFile guide, Album album)
    {
        guide.Pictures.ShouldBe(album.Texts.Keys, ignoreOrder: true);
        guide
            .Sections.SelectMany(section =>
                section
                    .Citations.Where(citation =>
                        !section.Pictures.Any(picture => album.Texts[picture].Contains(citation))
                    )
                    .Select(citation => $"{guide.Name}, {section.Title}: «{citation}»")
            )
            .ShouldBeEmpty();
        guide.Sections.Sum(section => section.Citations.Count).ShouldBeGreaterThan(20);
    }
}
