using System.Text.Json.Serialization;
using Avance.Functions.Reminders.Groups;

namespace Avance.Functions.Reminders;

/// <summary>A mail to one recipient. Its text is written when it is sent, from the tables as they are then.</summary>
/// <param name="Bucket">The day on which it was planned, <c>20240115</c>.</param>
/// <param name="Period">What it is about; of a group's mail the semester of the day on which it was planned.</param>
/// <param name="Reminder">What it reminds of.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="State">What has become of it.</param>
/// <param name="StateAt">Since when.</param>
/// <param name="Tries">How often it was handed to the mail service.</param>
/// <param name="Until">
/// Pending: not to be sent before. Claimed: when the lease ends. Unknown: how long events are waited for.
/// </param>
/// <param name="MessageId">What the mail service calls it; may be empty.</param>
/// <param name="Reason">Why it is in that state; may be empty.</param>
/// <param name="AgainAt">When the secretariat last asked for it to be sent again; null for never.</param>
public sealed record Mail(
    string Bucket,
    MailId Id,
    PlanId Plan,
    Period Period,
    SentReminder Reminder,
    Recipient To,
    MailState State,
    DateTimeOffset StateAt,
    int Tries,
    DateTimeOffset Until,
    string MessageId = "",
    string Reason = "",
    DateTimeOffset? AgainAt = null
)
{
    /// <summary>The group that the mail is of; null for one about a period.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkingGroupId? Group { get; init; }

    /// <summary>The W3C <c>traceparent</c> of what planned it; null if nothing was exported, and in mails of earlier code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>True while there is something left to do for it.</summary>
    [JsonIgnore]
    public bool IsOpen => State is MailState.Pending or MailState.Claimed or MailState.Unknown;

    /// <summary>How the mail service names it in its events.</summary>
    [JsonIgnore]
    public string Address => $"{Bucket}.{Id}";

    /// <summary>The id that the same mail has when it goes to another address.</summary>
    public MailId IdFor(EmailAddress recipient) =>
        Group is { } group
            ? MailId.OfGroup(group, Reminder.Stage, Reminder.Anchor, recipient)
            : MailId.Of(Plan, Period, Reminder.Unit, Reminder.Stage, Reminder.Anchor, recipient);

    /// <summary>The mail to be sent again, as the secretariat asked.</summary>
    public Mail Again(DateTimeOffset now) =>
        this with
        {
            State = MailState.Pending,
            StateAt = now,
            Until = now,
            Reason = "asked-for",
            AgainAt = now,
        };

    public static Mail New(
        string bucket,
        PlanId plan,
        Period period,
        SentReminder reminder,
        Recipient to,
        DateTimeOffset now
    ) =>
        new(
            bucket,
            MailId.Of(plan, period, reminder.Unit, reminder.Stage, reminder.Anchor, to.Address),
            plan,
            period,
            reminder,
            to,
            MailState.Pending,
            now,
            0,
            now
        );

    /// <summary>A mail of a group.</summary>
    public static Mail OfGroup(PlannedGroupMails planned, Period period, Recipient to) =>
        new(
            planned.Bucket,
            MailId.OfGroup(planned.Group, planned.Stage, planned.Anchor, to.Address),
            planned.Plan,
            period,
            new SentReminder(null, planned.Stage, planned.Anchor, []),
            to,
            MailState.Pending,
            planned.At,
            0,
            planned.At
        )
        {
            Group = planned.Group,
        };
}
