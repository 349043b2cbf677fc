using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Content;

/// <summary>What a reminder tells: everything that its templates need, and nothing to look up.</summary>
/// <param name="PlanName">The plan.</param>
/// <param name="Body">The public body.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">The unit that owes.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Stage">What set it off.</param>
/// <param name="DueDay">The last day that is not late.</param>
/// <param name="DaysLeft">Days until then; negative once it is past.</param>
/// <param name="Missing">Activities that nothing was sent of.</param>
/// <param name="Returned">Activities that were returned, with the observation.</param>
/// <param name="ToExplain">Findings to explain.</param>
/// <param name="Link">The recipient's own way in; null for the secretariat, which has another, and in a test.</param>
/// <param name="LinkUntil">The day on which it ceases to work.</param>
/// <param name="Secretariat">Whom to ask.</param>
public sealed record ReminderModel(
    string PlanName,
    string Body,
    Period Period,
    Unit Unit,
    Recipient To,
    ReminderStage Stage,
    DateOnly DueDay,
    int DaysLeft,
    ValueList<MailActivity> Missing,
    ValueList<MailActivity> Returned,
    ValueList<MailActivity> ToExplain,
    Uri? Link,
    DateOnly? LinkUntil,
    ValueList<Contact> Secretariat
)
{
    /// <summary>How long there is, as people say it.</summary>
    public string TimeLeft => TimeText.Of(DaysLeft);

    public string DueText => TimeText.Of(DueDay);

    /// <summary>What counts comes first: a list of mails on a telephone shows thirty characters of it.</summary>
    public string Subject =>
        Stage.Kind == StageKind.Returned
            ? $"{Period}: se observó lo que envió {Unit.Code} ({TimeLeft}) · {PlanName}"
            : $"{Period}: {TimeLeft} ({Unit.Code}) · {PlanName}";
}
