using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports.National;

public sealed class NationalTallyTests
{
    private static readonly ReportNationalPlanRow Mimp = TestReports.National("mimp", TestReports.Sector);
    private static readonly ReportNationalPlanRow Produce = TestReports.National(
        "produce",
        TestReports.Sector with
        {
            Body = "Produce",
            Programmed = 6,
            FullyExecuted = 6,
            ExecutionLevel = 100,
            CappedCompliance = 100,
            Sent = 60,
        }
    );

    [Fact]
    public void ToPeriod_ComparablePlans_AreAddedUp()
    {
        var totals = Count([Mimp, Produce]).Totals;

        (totals.PlansComparable, totals.Programmed, totals.FullyExecuted, totals.ExecutionLevel).ShouldBe(
            (2, 10, 9, 90)
        );
        (totals.CappedCompliance, totals.PlansInMean).ShouldBe((95, 2));
        (totals.BodiesDue, totals.BodiesReported, totals.BodiesComplete).ShouldBe((2, 2, 1));
    }

    [Fact]
    public void ToPeriod_PlanThatCannotBeCompared_IsCountedAndNotAddedUp()
    {
        var open = TestReports.National("minsa", TestReports.Sector with { Body = "MINSA", Closed = 0, Sent = 0 });

        var counted = Count([Mimp, open]);

        (counted.Totals.Plans, counted.Totals.PlansComparable, counted.Totals.Programmed).ShouldBe((2, 1, 4));
    }

    /// <summary>Nobody is said not to have reported who still has time, or who sent what was then returned.</summary>
    [Theory]
    [InlineData(0, 0, 0, "Open", 0)]
    [InlineData(0, 66, 0, "Complete", 1)]
    [InlineData(1, 0, 0, "None", 0)]
    [InlineData(1, 0, 3, "Partial", 1)]
    [InlineData(1, 60, 0, "Partial", 1)]
    [InlineData(1, 66, 0, "Complete", 1)]
    public void ToPeriod_Reports_SayHowFarABodyIs(int closed, int sent, int returned, string reports, int hasReported)
    {
        var row = TestReports.Sector with { Closed = closed, Sent = sent, Returned = returned };

        var body = Count([TestReports.National("mimp", row)]).Bodies.ShouldHaveSingleItem();

        (body.Reports, body.HasReported).ShouldBe((reports, hasReported));
    }

    [Fact]
    public void ToPeriod_BodiesOfAnEqualityPlan_AreNotAskedFromOutside() =>
        Count([TestReports.National("mimp", TestReports.Sector with { Bodies = "INABIF" })])
            .Bodies.ShouldHaveSingleItem()
            .Body.ShouldBe("MIMP");

    [Fact]
    public void ToPeriod_PoliciesAndWorkPlans_AreCountedApart()
    {
        var counted = Count([
            Mimp,
            TestReports.National("politica", TestReports.Policy),
            TestReports.National("trabajo", TestReports.WorkPlan),
        ]);

        var totals = counted.Totals;
        (totals.Plans, totals.Policies, totals.WorkPlans).ShouldBe((1, 1, 1));
        (totals.IndicatorsExceeded, totals.IndicatorsNotMet, totals.IndicatorsNoInformation).ShouldBe((4, 2, 7));
        (totals.DeliveriesOwed, totals.DeliveriesMade).ShouldBe((20, 12));
        (totals.Programmed, totals.ExecutionLevel).ShouldBe((4, 75));
        // Bodies of which something is asked and that have no plan of their own.
        counted
            .Bodies.Select(body => (body.Body, body.HasPlan, body.Reports, body.AskedBy))
            .ShouldBe([("MIMP", 1, "Complete", 0), ("MINSA", 0, "NoPlan", 2), ("PNP", 0, "NoPlan", 1)]);
    }

    [Fact]
    public void ToPeriod_Groups_AreThoseOfTheBodyHoweverItIsSpelled()
    {
        NationalGroup[] groups =
        [
            new("CONAIG", "mimp", []),
            new("CSIG-MIMP", "Ministerio de la Mujer", [new PlanId("mimp")]),
            new("GTIG-MTC", "MTC", [new PlanId("de-otro-semestre")]),
        ];

        var counted = Count([Mimp, Produce], groups);

        counted
            .Bodies.Select(body => (body.Body, body.HasGroup, body.Groups))
            .ShouldBe([("MIMP", 1, "CONAIG, CSIG-MIMP"), ("MTC", 1, "GTIG-MTC"), ("Produce", 0, "")]);
        (counted.Totals.Bodies, counted.Totals.BodiesWithGroup, counted.Totals.BodiesWithPlan).ShouldBe((3, 2, 2));
    }

    [Fact]
    public void ToPeriod_PlanThatIsNotReportedInTheSemester_IsAPlanWithNothingDue()
    {
        var yearly = NationalPlanRules.Of(TestReports.Of((TestReports.Second, TestReports.Sector)))[TestReports.First];

        var body = Count([yearly.Row, Produce]).Bodies[0];

        (body.HasPlan, body.Reports, body.HasReported).ShouldBe((1, "NotDue", 0));
        new NationalTally([]).Tally([yearly.Row]).ShouldBeNull();
    }

    /// <summary>Pages of a scan come as they come, and the sum of fractions must not depend on it.</summary>
    [Fact]
    public void ToPeriod_RowsInAnyOrder_AreTheSame() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ListOf().ToArbitrary(),
                seeds =>
                {
                    var rows = seeds.Append(0).Select(RowOf).ToList();
                    return Count(rows).Equals(Count(rows.AsEnumerable().Reverse()))
                        && Count(rows).Equals(Count(rows.OrderBy(row => row.CappedCompliance)));
                }
            )
            .QuickCheckThrowOnFailure();

    private static ReportNationalPlanRow RowOf(int seed, int at)
    {
        var random = new Random(seed);
        ReportPlanRow[] rows = [TestReports.Sector, TestReports.Sector, TestReports.Policy, TestReports.WorkPlan];
        return TestReports.National(
            $"plan-{at}",
            rows[random.Next(rows.Length)] with
            {
                Sent = random.Next(30),
                CappedCompliance = random.NextDouble() * 100,
                Body = random.Next(2) == 0 ? $"Entidad {random.Next(3)}" : $"ENTIDAD {random.Next(3)}",
            }
        );
    }

    private static NationalPeriod Count(
        IEnumerable<ReportNationalPlanRow> rows,
        IReadOnlyCollection<NationalGroup>? groups = null
    ) => new NationalTally(groups ?? []).Tally(rows).ShouldNotBeNull();
}

file static class Tallies
{
    public static NationalPeriod? Tally(this NationalTally tally, IEnumerable<ReportNationalPlanRow> rows)
    {
        foreach (var row in rows)
        {
            tally.Add(row);
        }

        return tally.ToPeriod();
    }
}
