using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

/// <summary>The themes under which a plan tells its achievements.</summary>
public sealed class AchievementThemesTests
{
    private const string Themes = "Temas de logros";

    [Fact]
    public void Parse_FileThatSaysNothing_HasTheUsualThemes()
    {
        var settings = new PlanFileBuilder().Build().Header.Settings;

        settings.AchievementThemes.ShouldBeNull();
        (settings.Themes.Count, settings.Themes[0], settings.Themes[^1]).ShouldBe(
            (7, "Diagnóstico institucional", "Otros")
        );
    }

    [Fact]
    public void Parse_Themes_AreInTheirOrderAndOnceInAnyFormat()
    {
        var file = new PlanFileBuilder().Add("Plan", Themes, "Normas; Diagnóstico, y más ;; normas");
        foreach (var content in (byte[][])[file.ToCsv(), file.ToXlsx(), file.ToJson()])
        {
            var settings = PlanBuilder.Read(content).Draft.ShouldNotBeNull().Header.Settings;

            settings.Themes.ShouldBe(["Normas", "Diagnóstico, y más"]);
        }
    }

    [Fact]
    public void Parse_WhatAreNoThemes_IsAProblemOfItsRowAndColumn()
    {
        string[] wrong =
        [
            ";",
            new string('x', PlanSettings.MaxTheme + 1),
            string.Join(';', Enumerable.Range(1, PlanSettings.MaxThemes + 1)),
        ];
        foreach (var text in wrong)
        {
            var problem = PlanBuilder
                .Read(new PlanFileBuilder().Add("Plan", Themes, text).ToXlsx())
                .Problems.ShouldHaveSingleItem();

            (problem.Sheet, problem.Column, problem.Code).ShouldBe(("Plan", Themes, "names"));
        }
    }

    [Fact]
    public void Merge_FileThatSaysNothing_LeavesTheThemesAsTheyAre()
    {
        var current = new PlanFileBuilder().Add("Plan", Themes, "Normas; Otros").Build();

        var merged = PlanMerge.Merge(current, new PlanFileBuilder().Build(), PlanBuilder.Lima);

        merged.Plan.Header.ShouldBe(current.Header);
        merged.Changes.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Merge_OtherThemes_SaysWhatChanges() =>
        PlanMerge
            .Merge(
                new PlanFileBuilder().Add("Plan", Themes, "Normas").Build(),
                new PlanFileBuilder().Add("Plan", Themes, "Normas; Otros").Build(),
                PlanBuilder.Lima
            )
            .Changes.Changed.ShouldBe([new FieldChange("Plan", "plan-de-prueba", Themes, "Normas", "Normas; Otros")]);
}
