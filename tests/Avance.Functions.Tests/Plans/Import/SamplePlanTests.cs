using System.IO.Compression;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Plans.Import;

public sealed class SamplePlanTests
{
    private static readonly string Folder = RepositoryRoot.File("samples/psig-2022-2023");

    [Fact]
    public void Workbook_FromTheCommittedCsv_IsTheCommittedWorkbook() =>
        PlanWorkbook
            .FromCsv(Folder)
            .ShouldBe(
                File.ReadAllBytes(Folder + ".xlsx"),
                "dotnet run --project samples/Avance.Samples -- plan samples/psig-2022-2023 writes it again"
            );

    [Fact]
    public void Sample_ThreeFormats_GiveTheSamePlan()
    {
        var plan = PlanBuilder.Read(File.ReadAllBytes(Folder + ".xlsx")).Draft.ShouldNotBeNull();
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(Folder, zip);

        // The folder holds the reported progress as well, which is no sheet of a plan.
        PlanBuilder.Read(zip.ToArray()).Problems.ShouldHaveSingleItem().Sheet.ShouldBe("avances-2023");
        PlanBuilder.Read(PlanFileBuilder.Sample().ToCsv()).Draft.ShouldBe(plan);
        PlanBuilder.Read(PlanFileBuilder.Sample().ToJson()).Draft.ShouldBe(plan);
    }

    [Fact]
    public void Sample_Content_IsThePublishedPlan()
    {
        var plan = PlanFileBuilder.Sample().Build();

        plan.Units.Count.ShouldBe(15);
        plan.Activities.Count.ShouldBe(66);
        plan.Goals.Count.ShouldBe(68);
        plan.Goals.Where(goal => goal.CarriedTo == 2023)
            .Select(goal => goal.Activity.Value)
            .ShouldBe([1, 11, 30, 34, 67]);
        plan.Goals.Count(goal => goal.CountsIn(2023)).ShouldBe(68);
        plan.Goals.Count(goal => goal.Measure == GoalMeasure.Percent).ShouldBe(8);
        plan.Units.Single(unit => unit.Kind == UnitKind.Secretariat).Code.ShouldBe(new UnitCode("OGPPM"));
        plan.FindUnit("Ex DGTEG")!.Code.ShouldBe(new UnitCode("DTEG"));
        plan.Header.Settings.ShouldBe(new PlanSettings(95, 75, false, new Period(2023, 1)));
        plan.Periods.Select(period => period.Id.ToString()).ShouldBe(["2022-I", "2022-II", "2023-I", "2023-II"]);
        plan.ReportedPeriods.Count().ShouldBe(2);
    }

    [Fact]
    public void Sample_Deadline_LastsUntilTheEndOfItsDayInLima()
    {
        var second = PlanFileBuilder.Sample().Build().FindPeriod(new Period(2023, 2))!;

        second.Opens.ShouldBe(DateTimeOffset.Parse("2023-12-01T00:00:00-05:00"));
        second.Due.ShouldBe(DateTimeOffset.Parse("2024-01-16T00:00:00-05:00"));
        second.Closes.ShouldBe(DateTimeOffset.Parse("2024-01-31T00:00:00-05:00"));
    }

    [Fact]
    public void Progress_OfTheSample_NamesTheGoalsOfThePlan()
    {
        var goals = PlanFileBuilder.Sample().Build().Goals.Select(goal => $"{goal.Activity},{goal.Year}");

        var lines = File.ReadAllLines(Path.Combine(Folder, "avances-2023.csv")).Skip(1);

        lines.Select(line => string.Join(',', line.Split(',')[..2])).ShouldBe(goals);
    }
}
