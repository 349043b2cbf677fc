using System.Text.Json.Serialization;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans;

/// <summary>An equality plan with everything that it names. Lists are sorted by their keys.</summary>
/// <param name="Header">What it says of itself.</param>
/// <param name="Units">By code.</param>
/// <param name="Activities">By number.</param>
/// <param name="Goals">By activity and year.</param>
/// <param name="Periods">By period.</param>
public sealed record Plan(
    PlanId Id,
    PlanHeader Header,
    ValueList<Unit> Units,
    ValueList<Activity> Activities,
    ValueList<Goal> Goals,
    ValueList<ReportingPeriod> Periods
)
{
    /// <summary>What a policy has besides; null for other kinds of plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Policy? Policy { get; init; }

    /// <summary>What a work plan has besides; null for other kinds of plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkPlan? WorkPlan { get; init; }

    public Unit? FindUnit(UnitCode code) => Units.FirstOrDefault(unit => unit.Code == code);

    /// <summary>The unit with that code, else the one with that alias.</summary>
    public Unit? FindUnit(string name) =>
        Units.FirstOrDefault(unit => unit.Code.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? Units.FirstOrDefault(unit => unit.IsCalled(name));

    /// <summary>The unit with that code, else the one that had it before it was renamed.</summary>
    public Unit? FindUnitByAnyCode(UnitCode code) =>
        FindUnit(code) ?? Units.FirstOrDefault(unit => unit.HasOrHadCode(code));

    public Activity? FindActivity(ActivityNumber number) =>
        Activities.FirstOrDefault(activity => activity.Number == number);

    public ReportingPeriod? FindPeriod(Period id) => Periods.FirstOrDefault(period => period.Id == id);

    /// <summary>
    /// The goals of an activity that count in a year, the oldest first. An indicator of a service has none before the service's
    /// protocol is in force.
    /// </summary>
    public IEnumerable<Goal> GoalsOf(ActivityNumber activity, int year) =>
        Policy?.IsEvaluated(activity, year) == false
            ? []
            : Goals.Where(goal => goal.Activity == activity && goal.CountsIn(year));

    /// <summary>
    /// The goals that an activity is reported on in a period, the oldest first: those of its year, unless a work plan says in
    /// which semesters it is due.
    /// </summary>
    public IEnumerable<Goal> GoalsOf(ActivityNumber activity, Period period) =>
        WorkPlan is null || WorkPlan.SemestersOf(activity).Contains(period) ? GoalsBy(activity, period) : [];

    /// <summary>
    /// The goals by which an activity is measured at the end of a period, the oldest first: those of its year; in a work plan
    /// what was due by then.
    /// </summary>
    public IEnumerable<Goal> GoalsBy(ActivityNumber activity, Period period) =>
        WorkPlan is not { } work
            ? GoalsOf(activity, period.Year)
            : GoalsOf(activity, period.Year)
                .Select(goal =>
                    goal with
                    {
                        Target = work.SemestersOf(activity)
                            .Count(semester => semester.Year == goal.Year && semester.CompareTo(period) <= 0),
                    }
                )
                .Where(goal => goal.Target > 0);

    /// <summary>True if what was sent in earlier years counts too: an indicator may add up its years.</summary>
    [JsonIgnore]
    public bool CountsEarlierYears => Policy is not null;

    /// <summary>The periods that Avance keeps reports of.</summary>
    [JsonIgnore]
    public IEnumerable<ReportingPeriod> ReportedPeriods =>
        Periods.Where(period => Header.Settings.FirstPeriod is not { } first || period.Id.CompareTo(first) >= 0);
}
