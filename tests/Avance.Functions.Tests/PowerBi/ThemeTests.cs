using System.Globalization;
using System.Text.Json.Nodes;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The theme can be read: https://www.w3.org/TR/WCAG22/#contrast-minimum</summary>
public sealed class ThemeTests
{
    private const double LeastContrast = 4.5;

    private static readonly string File = $"{ReportFiles.Folder}/StaticResources/RegisteredResources/Avance.json";

    [Fact]
    public void Theme_File_IsThatOfTheReport()
    {
        var report = ReportFiles.Read($"{ReportFiles.Definition}/report.json");
        var item = report["resourcePackages"]![0]!["items"]![0]!;

        ((string?)report["themeCollection"]!["customTheme"]!["name"]).ShouldBe((string?)item["name"]);
        Path.GetFileName(File).ShouldBe((string?)item["path"]);
    }

    [Fact]
    public void Colours_OnEveryBackground_HaveEnoughContrast()
    {
        var colours = Colours(ReportFiles.Read(File), "").ToList();
        var backgrounds = colours
            .Where(item => IsBackground(item.Path))
            .Select(item => item.Colour)
            .Distinct()
            .ToList();
        var inks = colours.Where(item => !IsBackground(item.Path)).ToList();

        backgrounds.Count.ShouldBe(2);
        inks.Count.ShouldBeGreaterThan(15);
        inks.SelectMany(ink =>
                backgrounds.Select(ground => (ink.Path, ink.Colour, ground, Contrast(ink.Colour, ground)))
            )
            .Where(pair => pair.Item4 < LeastContrast)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Contrast_BlackOnWhite_IsTwentyOne() => Contrast("#000000", "#FFFFFF").ShouldBe(21, 0.001);

    private static bool IsBackground(string path) => path.Contains("back", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Path, string Colour)> Colours(JsonNode? node, string path) =>
        node switch
        {
            JsonObject item => item.SelectMany(property => Colours(property.Value, $"{path}/{property.Key}")),
            JsonArray list => list.SelectMany(one => Colours(one, path)),
            JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('#') => [(path, text)],
            _ => [],
        };

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    /// <summary>https://www.w3.org/TR/WCAG22/#dfn-relative-luminance</summary>
    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
