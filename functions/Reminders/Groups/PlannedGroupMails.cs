namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// What a group is told, with all its recipients: written before any of the mails, so that a crash in between loses none.
/// </summary>
/// <param name="Plan">The plan that the mails are counted to.</param>
/// <param name="Anchor">See <see cref="GroupReminder.Anchor"/>.</param>
/// <param name="Bucket">Where its mails are.</param>
/// <param name="Recipients">Whom they go to.</param>
/// <param name="At">When it was planned.</param>
/// <param name="IsComplete">True once all its mails are in the outbox.</param>
public sealed record PlannedGroupMails(
    WorkingGroupId Group,
    PlanId Plan,
    ReminderStage Stage,
    string Anchor,
    string Bucket,
    ValueList<Recipient> Recipients,
    DateTimeOffset At,
    bool IsComplete
);
