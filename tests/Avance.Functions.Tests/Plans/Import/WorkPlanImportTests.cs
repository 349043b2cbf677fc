using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Import;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

/// <summary>A work plan is imported as plans are; what each body owes of its products becomes an activity.</summary>
public sealed class WorkPlanImportTests
{
    private static PlanFileBuilder Sample => PlanFileBuilder.Sample("conaig-2021-2022");

    [Fact]
    public void Sample_AsXlsxAndJson_IsTheSamePlan()
    {
        var plan = Sample.Imported();

        plan.Header.Kind.ShouldBe(PlanKind.WorkPlan);
        plan.WorkPlan!.Policy.ShouldBe(new PlanId("pnig-2021"));
        plan.WorkPlan.Products.Count.ShouldBe(7);
        plan.Activities.Count.ShouldBe(20 + 21 + 5);
        Merge(null, PlanBuilder.Read(Sample.ToXlsx()).Draft!).ShouldBe(plan);
        Merge(null, PlanBuilder.Read(Sample.ToJson()).Draft!).ShouldBe(plan);
        PlanRows.FromJson<Plan>(PlanRows.ToJson(plan)).ShouldBe(plan);
    }

    [Fact]
    public void Sample_ImportedAgain_ChangesNothing()
    {
        var plan = Sample.Imported();

        var merged = PlanMerge.Merge(plan, Sample.Build(plan), PlanBuilder.Lima);

        merged.Plan.ShouldBe(plan);
        merged.Changes.Added.ShouldBeEmpty();
        merged.Changes.Changed.ShouldBeEmpty();
        merged.Changes.NotInFile.ShouldBeEmpty();
    }

    [Fact]
    public void Policy_AnotherOne_IsAChangeAndAnEmptyCellKeepsIt()
    {
        var plan = Sample.Imported();

        var other = PlanMerge.Merge(plan, Sample.Set("Plan", 4, 1, "pnig-2030").Build(plan), PlanBuilder.Lima);
        var empty = PlanMerge.Merge(plan, Sample.Set("Plan", 4, 1, "").Build(plan), PlanBuilder.Lima);

        var change = other.Changes.Changed.ShouldHaveSingleItem();
        (change.Before, change.InFile).ShouldBe(("pnig-2021", "pnig-2030"));
        other.Plan.WorkPlan!.Policy.ShouldBe(new PlanId("pnig-2030"));
        empty.Plan.ShouldBe(plan);
    }

    [Fact]
    public void Policy_OfAPlanOfAnotherKind_IsAProblem() =>
        PlanBuilder
            .Read(new PlanFileBuilder().Add("Plan", "Política de referencia", "pnig-2021").ToXlsx())
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("policy-not-expected");

    [Fact]
    public void Body_ThatReplacesAnotherOneOfTheSameProduct_OwesItOnce()
    {
        var plan = Sample.Imported();

        var amended = Amend(plan, new ReplaceUnit { Unit = new UnitCode("MP"), ReplacedBy = new UnitCode("PJ") });

        var owed = amended
            .WorkPlan!.Deliveries.Where(delivery => delivery.Product == 1)
            .Select(delivery => amended.FindActivity(delivery.Activity)!)
            .Where(activity => activity.ResponsibleUnit == new UnitCode("PJ"))
            .ToList();
        owed.Count.ShouldBe(2);
        owed[0].Status.ShouldBe(ActivityStatus.Active);
        (owed[1].Status, owed[1].MergedInto).ShouldBe((ActivityStatus.Suspended, owed[0].Number));
    }

    [Fact]
    public void Body_AddedToAProduct_GetsTheNextNumberAndTheOthersKeepTheirs()
    {
        var plan = Sample.Imported();

        var merged = Merge(plan, Sample.Set("Productos", 4, 4, "MIMP; CONAIG").Build(plan));

        merged.Activities.Count.ShouldBe(plan.Activities.Count + 1);
        merged.Activities.Take(plan.Activities.Count).ShouldBe(plan.Activities);
        merged.WorkPlan!.Deliveries[^1].ShouldBe(new Delivery(new ActivityNumber(47), 3));
        merged.Activities[^1].ResponsibleUnit.ShouldBe(new UnitCode("MIMP"));
    }

    [Fact]
    public void Body_RenamedByAnAmendment_KeepsItsActivities()
    {
        var plan = Sample.Imported();
        var renamed = Amend(plan, new RenameUnit { Unit = new UnitCode("MP"), NewCode = new UnitCode("MPFN") });

        var merged = PlanMerge.Merge(renamed, Sample.Build(renamed), PlanBuilder.Lima);

        merged.Plan.ShouldBe(renamed);
        renamed.WorkPlan!.FindProduct(1)!.Bodies.ShouldContain(new UnitCode("MPFN"));
    }

    [Fact]
    public void Semesters_ChangedByAnAmendment_AreKeptByTheImport()
    {
        var plan = Sample.Imported();
        var moved = Amend(plan, new RescheduleProduct { Product = 3, Semesters = [new Period(2022, 2)] });

        var merged = PlanMerge.Merge(moved, Sample.Build(moved), PlanBuilder.Lima);

        merged.Plan.ShouldBe(moved);
        var act = moved.WorkPlan!.Deliveries.Single(delivery => delivery.Product == 3).Activity;
        moved.GoalsOf(act, new Period(2022, 1)).ShouldBeEmpty();
        moved.GoalsOf(act, new Period(2022, 2)).Single().Target.ShouldBe(1);
    }

    [Theory]
    [InlineData("2023-I", "amendment-semesters")]
    [InlineData("2022-I", "amendment-semesters-same")]
    public void Reschedule_WithOtherSemesters_IsRefused(string semester, string code) =>
        AmendmentRules
            .Apply(
                Sample.Imported(),
                new RescheduleProduct { Product = 3, Semesters = [Period.Parse(semester, null)] }.Valid(),
                PlanBuilder.Lima,
                DateTimeOffset.UnixEpoch
            )
            .ShouldBeRefused(code);

    [Fact]
    public void Goal_OfAWorkPlan_IsNeitherCarriedOverNorChanged()
    {
        var plan = Sample.Imported();
        Amendment[] amendments =
        [
            new CarryGoalOver
            {
                Activity = new ActivityNumber(1),
                Year = 2021,
                ToYear = 2022,
            },
            new ChangeTarget
            {
                Activity = new ActivityNumber(1),
                Year = 2021,
                Target = 3,
            },
        ];

        foreach (var amendment in amendments)
        {
            AmendmentRules
                .Apply(plan, amendment.Valid(), PlanBuilder.Lima, DateTimeOffset.UnixEpoch)
                .ShouldBeRefused("amendment-of-work-plan");
        }
    }

    [Fact]
    public void Problems_OfAllCells_AreSaidAtOnce()
    {
        var file = Sample
            .Set("Plan", 4, 1, "")
            .Set("Productos", 2, 4, "MIMP; NADIE")
            .Set("Productos", 4, 0, "2.5")
            .Set("Productos", 5, 4, "")
            .Set("Productos", 6, 5, "2022-III; 2031-I")
            .Set("Productos", 7, 5, "")
            .Set("Productos", 8, 0, "1");

        PlanBuilder
            .Read(file.ToXlsx())
            .Problems.Select(problem => $"{problem.Sheet} {problem.Row} {problem.Column}: {problem.Code}")
            .ShouldBe([
                "Productos 2 Responsables: unit-unknown",
                "Productos 3 Responsables: policy-missing",
                "Productos 4 N°: number-between",
                "Productos 5 Responsables: bodies-missing",
                "Productos 6 Semestres: value",
                "Productos 6 Semestres: year-outside-plan",
                "Productos 7 Semestres: value",
                "Productos 8 N°: repeated",
            ]);
    }

    [Fact]
    public void Deliveries_MoreThanActivitiesHaveNumbers_AreAProblem()
    {
        var file = Sample;
        for (var number = 8; number <= 60; number++)
        {
            file.Add(
                "Productos",
                $"{number}",
                "Objetivo 4",
                "Actividad",
                "Producto",
                "Todas las entidades",
                "2022-I",
                ""
            );
        }

        PlanMerge
            .Merge(null, file.Build(), PlanBuilder.Lima)
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("too-many-deliveries");
    }

    private static Plan Amend(Plan plan, Amendment amendment) =>
        AmendmentRules.Apply(plan, amendment.Valid(), PlanBuilder.Lima, DateTimeOffset.UnixEpoch).ShouldSucceed();

    private static Plan Merge(Plan? current, Plan draft)
    {
        var merged = PlanMerge.Merge(current, draft, PlanBuilder.Lima);
        merged.Problems.ShouldBeEmpty();
        return merged.Plan;
    }
}
