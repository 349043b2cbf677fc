using System.Text.Json.Nodes;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The pages of the report show what the model has, to everyone.</summary>
public sealed class ReportTests
{
    private static readonly string[] Pages =
    [
        "plan",
        "unidades",
        "actividades",
        "hallazgos",
        "recordatorios",
        "anos",
        "politica",
        "nacional",
    ];

    private static readonly SemanticModel Model = SemanticModel.Instance;

    [Fact]
    public void Project_WhatItPointsTo_IsThere()
    {
        var report = (string)ReportFiles.Read($"{ReportFiles.Root}/Avance.pbip")["artifacts"]![0]!["report"]!["path"]!;
        var model = (string)
            ReportFiles.Read($"{ReportFiles.Folder}/definition.pbir")["datasetReference"]!["byPath"]!["path"]!;

        $"{ReportFiles.Root}/{report}".ShouldBe(ReportFiles.Folder);
        Path.GetFullPath(RepositoryRoot.File($"{ReportFiles.Folder}/{model}"))
            .ShouldBe(RepositoryRoot.File(SemanticModel.Folder));
    }

    [Fact]
    public void Project_Identities_AreTwo()
    {
        var report = ReportFiles.Read($"{ReportFiles.Folder}/.platform");
        var model = ReportFiles.Read($"{SemanticModel.Folder}/.platform");

        ((string?)report["metadata"]!["type"]).ShouldBe("Report");
        ((string?)model["metadata"]!["type"]).ShouldBe("SemanticModel");
        Guid.Parse((string)report["config"]!["logicalId"]!)
            .ShouldNotBe(Guid.Parse((string)model["config"]!["logicalId"]!));
    }

    [Fact]
    public void Pages_OfTheReport_AreThoseInTheirOrder()
    {
        var order = ReportFiles.Read($"{ReportFiles.Definition}/pages/pages.json");

        order["pageOrder"]!.AsArray().Select(page => (string)page!).ShouldBe(Pages);
        ((string?)order["activePageName"]).ShouldBe(Pages[0]);
        ReportFiles.Visuals.Select(visual => visual.Page).Distinct().ShouldBe(Pages, ignoreOrder: true);
        foreach (var page in Pages)
        {
            ((string?)ReportFiles.Read($"{ReportFiles.Definition}/pages/{page}/page.json")["name"]).ShouldBe(page);
        }
    }

    [Fact]
    public void Visuals_FieldsThatTheyShow_AreInTheModel() =>
        ReportFiles
            .Visuals.SelectMany(visual => visual.Fields.Select(field => (visual, field)))
            .Where(item => !IsThere(item.field))
            .Select(item => $"{item.visual}: {item.field.Table}[{item.field.Name}]")
            .ShouldBeEmpty();

    [Fact]
    public void Visuals_AllButHeadings_ShowSomething() =>
        ReportFiles
            .Visuals.Where(visual => (visual.Kind == "textbox") == visual.Fields.Any())
            .Select(visual => visual.ToString())
            .ShouldBeEmpty();

    /// <summary>A name that was kept when its field changed would show another field's format.</summary>
    [Fact]
    public void Visuals_NamesOfTheirFields_AreThoseOfTheModel()
    {
        foreach (var visual in ReportFiles.Visuals)
        {
            foreach (var shown in ReportVisual.Descendants(visual.Json).Where(node => IsProjection(node)))
            {
                var field = shown["field"]!["Column"] ?? shown["field"]!["Measure"]!;
                var table = (string)field["Expression"]!["SourceRef"]!["Entity"]!;
                ((string?)shown["nativeQueryRef"]).ShouldBe((string?)field["Property"], visual.ToString());
                ((string?)shown["queryRef"]).ShouldBe($"{table}.{(string?)field["Property"]}", visual.ToString());
            }
        }
    }

    [Fact]
    public void Visuals_AllOfThem_HaveAnAlternativeTextAndATitle()
    {
        foreach (var visual in ReportFiles.Visuals)
        {
            visual.AltText.ShouldNotBeNullOrEmpty(visual.ToString());
            // Power BI cuts what is longer.
            visual.AltText.Length.ShouldBeLessThanOrEqualTo(250, visual.ToString());
            (visual.Kind == "textbox" ? Heading(visual) : visual.Title).ShouldNotBeNullOrEmpty(visual.ToString());
        }
    }

    [Fact]
    public void Visuals_OnAPage_BeginWithItsHeadingAndFiltersInTheOrderOfTheTabKey()
    {
        foreach (var page in ReportFiles.Visuals.GroupBy(visual => visual.Page))
        {
            page.Select(visual => (double)visual.Position["tabOrder"]!).ShouldBeUnique(page.Key);
            page.First().Kind.ShouldBe("textbox", page.Key);
            page.SkipWhile(visual => visual.Kind is "textbox" or "slicer")
                .ShouldAllBe(visual => visual.Kind != "textbox" && visual.Kind != "slicer");
        }
    }

    [Fact]
    public void Visuals_OnAPage_LieWithinItAndNextToEachOther()
    {
        foreach (var page in ReportFiles.Visuals.GroupBy(visual => visual.Page))
        {
            var json = ReportFiles.Read($"{ReportFiles.Definition}/pages/{page.Key}/page.json");
            var boxes = page.Select(visual => (visual, Box: BoxOf(visual))).ToList();
            foreach (var (visual, box) in boxes)
            {
                box.Right.ShouldBeLessThanOrEqualTo((double)json["width"]!, visual.ToString());
                box.Bottom.ShouldBeLessThanOrEqualTo((double)json["height"]!, visual.ToString());
                boxes
                    .Where(other => other.visual != visual && Overlap(other.Box, box))
                    .Select(other => $"{visual} and {other.visual}")
                    .ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Guide_PagesAndParameters_AreThose()
    {
        var guide = Checkout.Read("docs/power-bi.md").Split('\n', StringSplitOptions.TrimEntries);
        var pages = Pages.Select(page => ReportFiles.Read($"{ReportFiles.Definition}/pages/{page}/page.json"));

        foreach (var page in pages)
        {
            guide.ShouldContain(line => line.StartsWith($"| {(string?)page["displayName"]} |"));
        }

        guide.ShouldContain(line => line.StartsWith("| `Cuenta` |"));
        guide.ShouldContain(line => line.StartsWith("| `Plan` |"));
    }

    private static bool IsProjection(JsonNode node) => node is JsonObject item && item.ContainsKey("queryRef");

    private static bool IsThere((bool IsMeasure, string Table, string Name) field) =>
        Model.Find(field.Table) is { } table
        && (
            field.IsMeasure
                ? table.Measures.Any(measure => measure.Name == field.Name && !measure.Node.Has("isHidden"))
                : table.Find(field.Name) is { IsHidden: false }
        );

    private static string? Heading(ReportVisual visual) =>
        (string?)
            visual.Json["visual"]!["objects"]!["general"]![0]!["properties"]!["paragraphs"]![0]!["textRuns"]![0]![
                "value"
            ];

    private static (double Left, double Top, double Right, double Bottom) BoxOf(ReportVisual visual)
    {
        var (left, top) = ((double)visual.Position["x"]!, (double)visual.Position["y"]!);
        return (left, top, left + (double)visual.Position["width"]!, top + (double)visual.Position["height"]!);
    }

    private static bool Overlap(
        (double Left, double Top, double Right, double Bottom) one,
        (double Left, double Top, double Right, double Bottom) other
    ) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
