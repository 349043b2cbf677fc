using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Indicators;

/// <summary>The indicators of the sample policy in 2021, as their compliance report prints them.</summary>
public sealed class PublishedIndicatorsTests
{
    private const int Year = 2021;

    private static readonly Plan Plan = SamplePolicy.Plan;

    private static readonly ILookup<ActivityNumber, ReportedGoal> Reported = SamplePolicy
        .Sent.Select(goal => goal.Counted!)
        .ToLookup(goal => goal.Activity);

    public static TheoryData<string> Printed { get; } =
    [.. Plan.Policy!.Published.Select(result => Plan.Policy.FindIndicator(result.Activity)!.Code)];

    [Theory]
    [InlineData("objectiveIndicators", true, false)]
    [InlineData("serviceIndicators", false, true)]
    [InlineData("all", true, true)]
    public void Counts_AreThosePublished(string name, bool ofObjectives, bool ofServices)
    {
        var published = JsonNode.Parse(File.ReadAllText(Path.Combine(SamplePolicy.Folder, "publicado-2021.json")))![
            name
        ]!;
        var indicators = Plan.Policy!.Indicators.Where(indicator =>
            Plan.Policy.FindService(indicator.Of) is null ? ofObjectives : ofServices
        );

        var counts = PolicyCounts.Of(
            indicators.Select(indicator => Evaluate(indicator.Activity)).Where(result => result.Target is not null)
        );

        counts.ShouldBe(
            new PolicyCounts((int)published["exceeded"]!, (int)published["notMet"]!, (int)published["noInformation"]!)
        );
        counts.Total.ShouldBe((int)published["total"]!);
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Percent_Printed_IsReproduced(string code)
    {
        var activity = Plan.Policy!.Indicators.Single(one => one.Code == code).Activity;
        var indicator = Plan.FindIndicator(activity)!;
        var printed = Plan.Policy.FindPublished(activity, Year)!.Percent;
        var (target, actual) = (indicator.TargetOf(Year)!.Value, Evaluate(activity).Actual!.Value);

        PublishedPercent.IsReproduced(indicator, target, actual, printed).ShouldBeTrue();
        PublishedPercent.IsReproduced(indicator, target, actual, printed + 20).ShouldBeFalse();
    }

    [Fact]
    public void Baseline_ThatIsNotPrinted_IsInferredWithinItsTolerance()
    {
        var inferred = Plan.Policy!.Indicators.Single(one => one.Code == "IOP.02.02");
        inferred.IsBaselineInferred.ShouldBeTrue();

        var (least, largest) = PublishedPercent
            .InferBaseline(5.4m, 5.5m, Plan.Policy.FindPublished(inferred.Activity, Year)!.Percent)
            .ShouldNotBeNull();

        decimal.Round(least, 2).ShouldBe(6.23m);
        decimal.Round(largest, 2).ShouldBe(7.92m);
        inferred.Baseline!.Value.ShouldBeInRange(least, largest);
    }

    private static IndicatorResult Evaluate(ActivityNumber activity) =>
        IndicatorRules.Evaluate(Plan.FindIndicator(activity)!, Year, GoalRules.ActualsOf(Reported[activity]));
}
