using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Policies;

/// <summary>The rows of the sample policy's report of 2021 beside what its compliance report printed.</summary>
public sealed class PolicyReportTests
{
    private static readonly JsonNode Published = JsonNode.Parse(
        File.ReadAllText(Path.Combine(SamplePolicy.Folder, "publicado-2021.json"))
    )!;

    private static readonly PolicyReport Report = Compile(SamplePolicy.Plan);

    public static TheoryData<string> Printed { get; } =
    [.. Published["percents"]!.AsObject().Select(percent => percent.Key)];

    [Theory]
    [InlineData("objectiveIndicators", "Objective")]
    [InlineData("serviceIndicators", "Service")]
    public void Compile_IndicatorsOfALevel_AreCountedAndSharedAsPublished(string name, string level)
    {
        var expected = Published[name]!;

        var counts = PolicyReport.CountsOf(Report.Indicators.Where(row => row.Level == level));

        counts.ShouldBe(
            new PolicyCounts((int)expected["exceeded"]!, (int)expected["notMet"]!, (int)expected["noInformation"]!)
        );
        counts.Total.ShouldBe((int)expected["total"]!);
        counts.Shares.ShouldBe(expected["percent"]!.AsArray().Select(share => (int)share!));
    }

    [Fact]
    public void Compile_ObjectivesAndServices_AddUpToThePublishedPolicy()
    {
        var policy = Published["policy"]!;

        Report.Objectives.Count.ShouldBe((int)policy["objectives"]!);
        Report.Objectives.Sum(row => row.Indicators).ShouldBe((int)policy["objectiveIndicators"]!);
        Report.Services.Count.ShouldBe((int)policy["services"]!);
        Report.Services.Sum(row => row.InForce).ShouldBe((int)policy["servicesWithProtocol"]!);
        Report.Services.Sum(row => row.Evaluated).ShouldBe((int)policy["servicesEvaluated"]!);
        Report.Objectives.Sum(row => row.Services).ShouldBe(Report.Services.Count);
        Report.Objectives.Sum(row => row.ServicesWithProtocol).ShouldBe((int)policy["servicesWithProtocol"]!);
        Report.Objectives.Sum(row => row.ServicesEvaluated).ShouldBe((int)policy["servicesEvaluated"]!);
        Report.Objectives.Sum(row => row.ServiceIndicators).ShouldBe((int)Published["serviceIndicators"]!["total"]!);
        Report.Services.Sum(row => row.NotMet).ShouldBe((int)Published["serviceIndicators"]!["notMet"]!);
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Compile_PrintedPercent_StandsBesideTheComputedOneWithItsTolerance(string code)
    {
        var row = Row(code);

        row.HasPublished.ShouldBe(1);
        row.PercentPublished.ShouldBe((double)Published["percents"]![code]!);
        row.Reproduced.ShouldBe(1);
        row.HasRange.ShouldBe(1);
        row.Percent.ShouldBeInRange(row.PercentLeast, row.PercentLargest);
    }

    [Theory]
    [InlineData("IOP.01.01", 1, 1)]
    [InlineData("IOP.02.02", 1, 1)]
    [InlineData("IOP.05.01", 1, 0)]
    [InlineData("IOP.02.01", 0, 0)]
    public void Compile_BaselineThatNobodyPublished_IsMarkedAsInferred(string code, int has, int inferred) =>
        (Row(code).HasBaseline, Row(code).BaselineInferred).ShouldBe((has, inferred));

    [Fact]
    public void Compile_ActualBeyondTheTargetOf2030_SaysTheYear()
    {
        Row("IS.01.01").BeyondTargetOf.ShouldBe(2030);
        Row("IS.01.01").PercentShown.ShouldBe(4766.7);
        Row("IOP.05.01").BeyondTargetOf.ShouldBe(0);
    }

    [Fact]
    public void Compile_SourceThatWasNotProduced_HasItsReasonAndNoPercent()
    {
        var row = Row("IOP.06.01");

        row.Information.ShouldBe("SourceNotProduced");
        row.Reason.ShouldBe("La encuesta ENARES no se realizó en 2021.");
        row.Source.ShouldBe("ENARES");
        (row.HasActual, row.HasPercent, row.Missing, row.NoInformation).ShouldBe((0, 0, "NoActual", 1));
    }

    /// <summary>A flag of a row is a share of one indicator: sums over any rows count indicators.</summary>
    [Fact]
    public void Compile_FlagsOfEveryIndicator_AreOneOfThree() =>
        Report.Indicators.ShouldAllBe(row => row.Exceeded + row.NotMet + row.NoInformation == 1);

    [Fact]
    public void Compile_ServiceWhoseProtocolIsApprovedLater_IsNotEvaluatedInTheYear()
    {
        var plan = WithService("S.01", service => service with { ProtocolDate = new DateOnly(2022, 1, 2) });

        var report = Compile(plan);

        var row = report.Services.Single(service => service.Service == "S.01");
        (row.Protocol, row.InForce, row.Evaluated, row.Indicators).ShouldBe(("Approved", 0, 0, 0));
        report.Indicators.ShouldNotContain(indicator => indicator.Service == "S.01");
    }

    [Fact]
    public void Compile_SuspendedIndicator_IsNotCounted()
    {
        var number = SamplePolicy.NumberOf("IOP.02.01");
        var plan = SamplePolicy.Plan with
        {
            Activities = SamplePolicy
                .Plan.Activities.Select(activity =>
                    activity.Number == number ? activity with { Status = ActivityStatus.Suspended } : activity
                )
                .ToValueList(),
        };

        Compile(plan).Indicators.ShouldNotContain(row => row.Indicator == "IOP.02.01");
    }

    [Fact]
    public void Compile_AccumulatedRatio_AddsUpTheYearsBefore()
    {
        var number = SamplePolicy.NumberOf("IS.01.02");
        var plan = WithMethod("IS.01.02", IndicatorMethod.AccumulatedRatio);
        List<SentGoal> sent =
        [
            SamplePolicy.SentOf(number.Value, 2021, 30),
            SamplePolicy.SentOf(number.Value, 2022, 55),
            SamplePolicy.SentOf(number.Value, 2023, 900),
        ];

        var report = ReportCompiler.Compile(plan, new Period(2022, 2), new ReportInputs(sent));

        var row = report.Indicators.Single(indicator => indicator.Indicator == "IS.01.02");
        // (30 + 55) ÷ (40 + 45)
        row.Percent.ShouldBe(100);
        (row.Actual, row.Target, row.Exceeded).ShouldBe((55, 45, 1));
    }

    [Fact]
    public void Compile_SectorPlan_HasNoRowsOfAPolicyAndNoMemberForThem()
    {
        var report = ReportCompiler.Compile(new TestPlan().Activity(1).Build(), TestPlan.Second, new ReportInputs([]));

        report.Indicators.ShouldBeEmpty();
        JsonNode.Parse(report.ToJson())!.AsObject().ContainsKey("policy").ShouldBeFalse();
    }

    [Fact]
    public void Snapshot_OfAPolicy_IsReadBackWithItsRows()
    {
        var report = ReportCompiler.Compile(SamplePolicy.Plan, SamplePolicy.Period, SamplePolicy.Inputs);

        Avance.Functions.Reports.Report.FromJson(report.ToJson()).Policy.ShouldBe(report.Policy);
        report.Rows.ShouldBeGreaterThan(34 + 6 + 52);
    }

    private static PolicyReport Compile(Plan plan) =>
        ReportCompiler.Compile(plan, SamplePolicy.Period, SamplePolicy.Inputs).Policy!;

    private static ReportIndicatorRow Row(string code) => Report.Indicators.Single(row => row.Indicator == code);

    private static Plan WithService(string code, Func<Service, Service> change) =>
        SamplePolicy.Plan with
        {
            Policy = SamplePolicy.Plan.Policy! with
            {
                Services = SamplePolicy
                    .Plan.Policy!.Services.Select(service => service.Code == code ? change(service) : service)
                    .ToValueList(),
            },
        };

    private static Plan WithMethod(string code, IndicatorMethod method) =>
        SamplePolicy.Plan with
        {
            Policy = SamplePolicy.Plan.Policy! with
            {
                Indicators = SamplePolicy
                    .Plan.Policy!.Indicators.Select(indicator =>
                        indicator.Code == code ? indicator with { Method = method } : indicator
                    )
                    .ToValueList(),
            },
        };
}
