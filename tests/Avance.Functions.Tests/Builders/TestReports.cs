using Avance.Functions.Plans;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Tests.Builders;

/// <summary>Rows of compiled reports, as the national level reads them.</summary>
public static class TestReports
{
    public static Period First { get; } = new(2023, 1);

    public static Period Second { get; } = new(2023, 2);

    /// <summary>A closed period of an equality plan: 3 of 4 activities, 66 of 66 sent.</summary>
    public static ReportPlanRow Sector { get; } =
        new(
            "Plan de igualdad",
            "MIMP",
            "CSIG-MIMP",
            Programmed: 4,
            FullyExecuted: 3,
            BelowFullExecution: 1,
            ExecutionLevel: 75,
            ExecutionLevelShown: 75,
            "Amber",
            Units: 2,
            Goals: 5,
            GoalsInMean: 5,
            nameof(PlanKind.Sector),
            FirstYear: 2023,
            LastYear: 2023,
            Closed: 1,
            Due: 66,
            Sent: 66,
            Accepted: 60,
            Returned: 0,
            Reported: 66,
            Compliance: 110,
            CappedCompliance: 90,
            UnitsInMean: 2,
            IndicatorsExceeded: 0,
            IndicatorsNotMet: 0,
            IndicatorsNoInformation: 0,
            DeliveriesOwed: 0,
            DeliveriesMade: 0,
            Bodies: ""
        );

    public static ReportPlanRow Policy { get; } =
        Sector with
        {
            Name = "Política nacional",
            Kind = nameof(PlanKind.Policy),
            IndicatorsExceeded = 4,
            IndicatorsNotMet = 2,
            IndicatorsNoInformation = 7,
            Bodies = "MINSA\nPNP",
        };

    public static ReportPlanRow WorkPlan { get; } =
        Sector with
        {
            Name = "Plan de trabajo",
            Kind = nameof(PlanKind.WorkPlan),
            DeliveriesOwed = 20,
            DeliveriesMade = 12,
            Bodies = "MINSA",
        };

    public static ReportAchievementRow Achievement(string theme, long people = 0) =>
        ReportBuilder.Achievement() with
        {
            Achievement = Guid.NewGuid().ToString("D"),
            Theme = theme,
            People = people,
            HasPeople = people > 0 ? 1 : 0,
        };

    /// <summary>The reports of a plan, without achievements.</summary>
    public static PlanReports Of(params (Period Period, ReportPlanRow Row)[] periods) => Of("plan-a", periods);

    /// <inheritdoc cref="Of(ValueTuple{Period, ReportPlanRow}[])"/>
    public static PlanReports Of(string plan, params (Period Period, ReportPlanRow Row)[] periods) =>
        new(
            new PlanId(plan),
            periods.ToDictionary(one => one.Period, one => one.Row),
            Array.Empty<ReportAchievementRow>().ToLookup(_ => First)
        );

    /// <summary>Its rows at the national level in the second semester.</summary>
    public static ReportNationalPlanRow National(string plan, ReportPlanRow row) =>
        NationalPlanRules.Of(Of(plan, (Second, row)))[Second].Row;
}
