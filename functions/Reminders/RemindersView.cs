using Avance.Functions.Plans;

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
    public sealed record StageView(ReminderStage Stage, DateOnly? Day, bool Held, string Reason, string By);

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

    /// <param name="NeedsAddress">True if mails do not reach that address: another one is needed.</param>
    public sealed record MailView(
        string Mail,
        UnitCode? Unit,
        ReminderStage Stage,
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
