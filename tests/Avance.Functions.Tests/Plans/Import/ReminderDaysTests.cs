using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

/// <summary>The days on which a plan has its units reminded.</summary>
public sealed class ReminderDaysTests
{
    private const string Before = "Recordar antes (días)";
    private const string After = "Recordar después (días)";
    private static readonly int[] DefaultDaysBefore = [30, 15, 7, 3, 1, 0];
    private static readonly int[] DefaultDaysAfter = [1, 7];

    [Fact]
    public void Parse_FileThatSaysNothing_HasTheUsualDays()
    {
        var settings = new PlanFileBuilder().Add("Plan", Before, "").Build().Header.Settings;

        (settings.RemindBefore, settings.RemindAfter).ShouldBe((null, null));
        settings.DaysBefore.ShouldBe(DefaultDaysBefore);
        settings.DaysAfter.ShouldBe(DefaultDaysAfter);
    }

    [Theory]
    [InlineData("20; 5; 0", "20 5 0")]
    [InlineData("5,20, 5", "20 5")]
    [InlineData("7", "7")]
    [InlineData("99", "99")]
    [InlineData("ninguno", "")]
    [InlineData("None", "")]
    public void Parse_Before_IsTheMostFirstInAnyFormat(string text, string expected)
    {
        var file = new PlanFileBuilder().Add("Plan", Before, text);
        foreach (var content in (byte[][])[file.ToCsv(), file.ToXlsx(), file.ToJson()])
        {
            var days = PlanBuilder.Read(content).Draft.ShouldNotBeNull().Header.Settings.DaysBefore;

            string.Join(' ', days).ShouldBe(expected);
        }
    }

    [Fact]
    public void Parse_After_IsTheFewestFirst() =>
        new PlanFileBuilder().Add("Plan", After, "10; 2").Build().Header.Settings.DaysAfter.ShouldBe([2, 10]);

    [Theory]
    [InlineData(Before, "-1")]
    [InlineData(Before, "100")]
    [InlineData(Before, "7.5")]
    [InlineData(Before, "ninguno; 7")]
    [InlineData(Before, ";")]
    [InlineData(Before, "1;2;3;4;5;6;7;8;9;10;11;12;13")]
    [InlineData(After, "0")]
    [InlineData(After, "1; uno")]
    public void Parse_WhatIsNoDay_IsAProblemOfItsRowAndColumn(string column, string text)
    {
        var problem = PlanBuilder
            .Read(new PlanFileBuilder().Add("Plan", column, text).ToXlsx())
            .Problems.ShouldHaveSingleItem();

        (problem.Sheet, problem.Row, problem.Column, problem.Code).ShouldBe(("Plan", 8, column, "days"));
    }

    [Fact]
    public void Merge_FileThatSaysNothing_LeavesTheDaysAsTheyAre()
    {
        var current = new PlanFileBuilder().Add("Plan", Before, "20; 5").Add("Plan", After, "Ninguno").Build();

        var merged = PlanMerge.Merge(current, new PlanFileBuilder().Build(), PlanBuilder.Lima);

        merged.Plan.Header.ShouldBe(current.Header);
        merged.Changes.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Merge_OtherDays_SaysWhatChanges()
    {
        var merged = PlanMerge.Merge(
            new PlanFileBuilder().Build(),
            new PlanFileBuilder().Add("Plan", Before, "20; 5").Add("Plan", After, "Ninguno").Build(),
            PlanBuilder.Lima
        );

        merged.Changes.Changed.ShouldBe([
            new FieldChange("Plan", "plan-de-prueba", Before, "30; 15; 7; 3; 1; 0", "20; 5"),
            new FieldChange("Plan", "plan-de-prueba", After, "1; 7", "Ninguno"),
        ]);
        merged.Plan.Header.Settings.DaysBefore.ShouldBe([20, 5]);
        merged.Plan.Header.Settings.DaysAfter.ShouldBeEmpty();
    }
}
