namespace Avance.Functions.Reminders;

/// <summary>The reminders of a period as the secretariat sees them.</summary>
/// <param name="Stages">The stages with their days.</param>
/// <param name="Next">What would be sent next to units that owe something, as they stand now.</param>
/// <param name="Sent">What was planned, and what became of it; the latest first.</param>
public sealed record RemindersView(
    ValueList<RemindersView.StageView> Stages,
    ValueList<RemindersView.NextView> Next,
    ValueList<RemindersView.MailView> Sent
)
{
    /// <param name="Day">When it goes out; null if that does not depend on a day of the period.</param>
    /// <param name="Past">True if it no longer goes out: a later one does, or the period is closed.</param>
    /// <param name="Reason">Why it is paused; empty if it is not.</param>
    public sealed record StageView(ReminderStage Stage, DateOnly? Day, bool Past, bool Held, string Reason, string By);

    /// <param name="Stage">The stage; null if no stage is left.</param>
    /// <param name="Day">When; null with the stage.</param>
    public sealed record NextView(
        UnitCode Unit,
        ReminderStage? Stage,
        DateOnly? Day,
        bool Held,
        ValueList<Recipient> Recipients,
        ValueList<ActivityNumber> Missing,
        ValueList<ActivityNumber> Returned
    );

    /// <param name="Unit">The unit that it is about, as it is called now; null for the secretariat's digest.</param>
    /// <param name="Activity">What it is a receipt of; null for a reminder.</param>
    /// <param name="NeedsAddress">True if it did not reach that address, nor did a later one: another is needed.</param>
    public sealed record MailView(
        string Mail,
        UnitCode? Unit,
        ReminderStage Stage,
        ActivityNumber? Activity,
        EmailAddress To,
        string Name,
        RecipientRole Role,
        MailState State,
        DateTimeOffset At,
        int Tries,
        string Reason,
        bool NeedsAddress
    );
}
