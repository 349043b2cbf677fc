using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Content;

/// <summary>The content of a reminder: everything that its template needs.</summary>
/// <param name="Body">The public body.</param>
/// <param name="Unit">The unit that owes.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Stage">Why it is sent.</param>
/// <param name="DueDay">The last day that is not late.</param>
/// <param name="DaysLeft">Days until then; negative once it is past.</param>
/// <param name="Missing">Activities that nothing was sent of.</param>
/// <param name="Returned">Activities that were returned, with the observation.</param>
/// <param name="ToExplain">Findings to explain.</param>
/// <param name="Link">
/// The recipient's own form link; null for the secretariat, which signs in otherwise, and in a test.
/// </param>
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

    /// <summary>The deadline comes first: a list of mails on a telephone shows thirty characters.</summary>
    public string Subject =>
        Stage.Kind == StageKind.Returned
            ? $"{Period}: se observó lo que envió {Unit.Code} ({TimeLeft}) · {PlanName}"
            : $"{Period}: {TimeLeft} ({Unit.Code}) · {PlanName}";
}
