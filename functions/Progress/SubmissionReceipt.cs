using System.Globalization;
using System.Text.Json.Serialization;
using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>The receipt of a submission, shown on a page and sent by mail.</summary>
/// <param name="Number">Names what was sent within its plan: <c>2023-II-034-0003</c>, the last part being the version.</param>
/// <param name="Plan">Full name of the plan.</param>
/// <param name="Body">The public body.</param>
/// <param name="At">When it was received, in the plan's time zone.</param>
/// <param name="Late">True if that was after the period was due.</param>
/// <param name="Again">True if it had been returned before.</param>
/// <param name="Goals">What was claimed.</param>
/// <param name="Evidence">The files that were sent with it.</param>
public sealed record SubmissionReceipt(
    string Number,
    string Plan,
    string Body,
    UnitView? Unit,
    Activity? Activity,
    Period Period,
    DateTimeOffset At,
    bool Late,
    bool Again,
    ValueList<GoalEntry> Goals,
    ValueList<EvidenceEntry> Evidence
)
{
    /// <summary>The code of the indicator that the activity is; left out for other activities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Indicator { get; init; }

    /// <summary>Where the value of the indicator comes from; left out without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>True for a delivery of a work plan, which was made or was not; left out for other activities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDelivery { get; init; }

    public static SubmissionReceipt Of(Plan plan, ActivityProgress sent, BusinessCalendar calendar)
    {
        var activity = plan.FindActivity(sent.Activity);
        var unit = activity is null ? null : plan.FindUnit(activity.ResponsibleUnit);
        return new SubmissionReceipt(
            string.Create(CultureInfo.InvariantCulture, $"{sent.Period}-{sent.Activity.Key}-{sent.Version:D4}"),
            plan.Header.Name,
            plan.Header.Body,
            unit is null ? null : UnitView.Of(unit),
            activity,
            sent.Period,
            calendar.ToLocal(sent.At),
            sent.Late,
            sent.State == ProgressState.Resubmitted,
            sent.Content.Goals,
            sent.Evidence
        )
        {
            Indicator = plan.Policy?.FindIndicator(sent.Activity)?.Code,
            Source = sent.Content.Source,
            IsDelivery = plan.WorkPlan is not null,
        };
    }
}
