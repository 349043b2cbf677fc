using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Avance.Functions.Pages.Help;

/// <summary>The guides: files of <c>docs/</c> that are part of the assembly, and pages of the app.</summary>
public static class Guide
{
    /// <summary>The page that a guide is put in: <c>{{title}}</c> and <c>{{content}}</c> are the guide's.</summary>
    public const string Template = "ayuda";

    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["guia-unidades.md"] = "/ayuda/unidades",
        ["guia-secretaria.md"] = "/ayuda/secretaria",
    };

    // Rendered when a guide is first opened: at each start it would delay those who open none.
    private static readonly Lazy<StaticFile> Units = new(() => Render("guia-unidades.md"));
    private static readonly Lazy<StaticFile> Secretariat = new(() => Render("guia-secretaria.md"));

    public static StaticFile ForUnits => Units.Value;

    public static StaticFile ForSecretariat => Secretariat.Value;

    private static StaticFile Render(string name)
    {
        var (title, content) = GuideMarkdown.Render(
            Encoding.UTF8.GetString(StaticFile.Read($"Help/{name}")),
            Addresses
        );
        var template = Encoding.UTF8.GetString(StaticFile.Read(StaticFile.PageKey(Template)));
        var page = template
            .ReplaceLineEndings("\n")
            .Replace("{{title}}", HtmlEncoder.Create(UnicodeRanges.All).Encode(title), StringComparison.Ordinal)
            .Replace("{{content}}", content.TrimEnd(), StringComparison.Ordinal);
        return StaticFile.Create(StaticFile.PageKey(Template), Encoding.UTF8.GetBytes(page));
    }
}
