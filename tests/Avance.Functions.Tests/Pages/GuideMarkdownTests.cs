using Avance.Functions.Pages.Help;

namespace Avance.Functions.Tests.Pages;

public sealed class GuideMarkdownTests
{
    private static readonly Dictionary<string, string> Addresses = new() { ["guia-unidades.md"] = "/ayuda/unidades" };

    [Fact]
    public void Render_PicturesAndOtherGuides_AreOfTheApp()
    {
        var (title, content) = GuideMarkdown.Render(
            "# Guía\n\n![El correo](guia/unidad-correo.png)\n\n[Otra](guia-unidades.md#6-revise-y-envíe)\n",
            Addresses
        );

        title.ShouldBe("Guía");
        content.ShouldContain("<img src=\"/assets/unidad-correo.png\" loading=\"lazy\" alt=\"El correo\" />");
        content.ShouldContain("href=\"/ayuda/unidades#6-revise-y-env");
    }

    [Fact]
    public void Render_LinkToAHeading_FindsIt()
    {
        var (_, content) = GuideMarkdown.Render("# Guía\n\n[Seis](#6-revise)\n\n## 6. Revise\n", Addresses);

        content.ShouldContain("<a href=\"#6-revise\">Seis</a>");
        content.ShouldContain("<h2 id=\"6-revise\">6. Revise</h2>");
    }

    /// <summary>The content security policy would stop it as well.</summary>
    [Fact]
    public void Render_Html_IsText() =>
        GuideMarkdown
            .Render("# Guía\n\n<script>alert(1)</script>\n\n<b onclick=\"x\">uno</b>\n", Addresses)
            .Content.ShouldNotContain("<script>");
}
