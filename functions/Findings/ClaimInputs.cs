using System.Text.Json.Serialization;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>
/// Everything that the findings of a claim depend on, except other claims. The fingerprint tells whether to examine it
/// again.
/// </summary>
/// <param name="Address">The claim.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Goals">The goals that count in the period's year, the oldest first.</param>
/// <param name="EndsYear">True if it is the last period of its year.</param>
/// <param name="IsOverdue">True if the period's due instant has passed.</param>
/// <param name="Sent">What was sent for the activity's goals in each period of the year.</param>
/// <param name="Files">The files, without those that were withdrawn, by id.</param>
public sealed record ClaimInputs(
    ProgressAddress Address,
    Activity Activity,
    ValueList<Goal> Goals,
    ReportingPeriod Period,
    bool EndsYear,
    bool IsOverdue,
    ValueList<SentGoal> Sent,
    ValueList<StoredEvidence> Files
)
{
    /// <summary>The indicator that the activity is, with its targets; null if it is none.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>An activity that no longer counts, or has no goal this year, raises no findings.</summary>
    public bool IsExamined => Activity.Status == ActivityStatus.Active && Goals.Count > 0;

    /// <summary>Changes when one of the inputs or the version of the rules changes.</summary>
    public string Fingerprint =>
        BodyHash.Of(
            new FingerprintInputs(
                FindingRules.Version,
                Activity,
                Goals,
                Period,
                EndsYear,
                IsOverdue,
                Sent,
                Files.Select(file => $"{file.Id} {file.State} {file.ReadWith}").ToValueList(),
                Indicator
            )
        );

    /// <param name="sent">What was sent in the periods of the year, of all activities.</param>
    /// <param name="files">The files of the claim.</param>
    /// <returns>Null if the plan has no such activity or period.</returns>
    public static ClaimInputs? Of(
        Plan plan,
        ProgressAddress address,
        IEnumerable<SentGoal> sent,
        IEnumerable<StoredEvidence> files,
        DateTimeOffset now
    )
    {
        var year = address.Period.Year;
        return plan.FindActivity(address.Activity) is { } activity && plan.FindPeriod(address.Period) is { } period
            ? new ClaimInputs(
                address,
                activity,
                plan.GoalsOf(activity.Number, address.Period).ToValueList(),
                period,
                plan.Periods.Where(other => other.Id.Year == year).All(other => other.Id.CompareTo(period.Id) <= 0),
                now >= period.Due,
                sent.Where(goal => goal.Activity == activity.Number)
                    .OrderBy(goal => goal.Period)
                    .ThenBy(goal => goal.GoalYear)
                    .ToValueList(),
                files
                    .Where(file => file.State != EvidenceState.Withdrawn)
                    .OrderBy(file => file.Id.ToString(), StringComparer.Ordinal)
                    .ToValueList()
            )
            {
                Indicator = plan.FindIndicator(activity.Number),
            }
            : null;
    }

    private sealed record FingerprintInputs(
        int Rules,
        Activity Activity,
        ValueList<Goal> Goals,
        ReportingPeriod Period,
        bool EndsYear,
        bool IsOverdue,
        ValueList<SentGoal> Sent,
        ValueList<string> Files,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Indicator? Indicator
    );
}
