namespace Avance.Functions.Reminders;

/// <summary>
/// A reminder with all its recipients: written before any of its mails, so that a crash in between loses none.
/// </summary>
/// <param name="Reminder">What it reminds of.</param>
/// <param name="Bucket">Where its mails are.</param>
/// <param name="Recipients">Whom they go to.</param>
/// <param name="At">When it was planned.</param>
/// <param name="IsComplete">True once all its mails are in the outbox.</param>
public sealed record PlannedReminder(
    SentReminder Reminder,
    string Bucket,
    ValueList<Recipient> Recipients,
    DateTimeOffset At,
    bool IsComplete
);
