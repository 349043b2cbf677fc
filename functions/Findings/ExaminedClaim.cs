using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>Everything that the rules look at: what a unit claims for an activity in a period, and what it gave as proof.</summary>
/// <param name="Activity">The activity as the plan has it.</param>
/// <param name="Goals">Its goals that count in the period's year, the oldest first.</param>
/// <param name="EndsYear">True if it is the last period of its year: the year's target should be reached.</param>
/// <param name="IsOverdue">True if the period's due instant has passed.</param>
/// <param name="Claim">What was last sent, drafts apart; null if nothing was sent.</param>
/// <param name="YearReported">What was last sent for the activity's goals in each period of the year, this one included.</param>
/// <param name="Files">The evidence that has been read or given up, by id; without those still to be read.</param>
/// <param name="IsComplete">False while files wait to be read: nothing may be said to be missing yet.</param>
/// <param name="EvidenceMatches">Where else in the plan the same is given as proof.</param>
public sealed record ExaminedClaim(
    Activity Activity,
    ValueList<Goal> Goals,
    ReportingPeriod Period,
    bool EndsYear,
    bool IsOverdue,
    ProgressContent? Claim,
    ValueList<ReportedGoal> YearReported,
    ValueList<ExaminedFile> Files,
    bool IsComplete,
    ValueList<EvidenceMatch> EvidenceMatches
)
{
    /// <summary>The indicator that the activity is, with its targets; null if it is none.</summary>
    public Indicator? Indicator { get; init; }

    public ClaimAddress Address => new(Period.Id, Activity.Number);
}
