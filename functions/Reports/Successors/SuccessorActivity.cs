namespace Avance.Functions.Reports.Successors;

/// <summary>Where an activity of the draft comes from, or why it was left out.</summary>
/// <param name="Number">Its number, the same in both plans.</param>
/// <param name="Unit">The unit that reports on it.</param>
/// <param name="Reasons">Each once; never empty.</param>
/// <param name="MergedInto">The activity that covers it, if it was suspended by an amendment.</param>
/// <param name="Goals">The goals proposed for it, by year.</param>
/// <param name="Recommendations">What the last report recommends about it, in the report's order.</param>
public sealed record SuccessorActivity(
    ActivityNumber Number,
    string Title,
    UnitCode Unit,
    ValueList<SuccessorReason> Reasons,
    ActivityNumber? MergedInto,
    ValueList<SuccessorGoal> Goals,
    ValueList<string> Recommendations
);
