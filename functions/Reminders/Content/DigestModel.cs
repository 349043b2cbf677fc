namespace Avance.Functions.Reminders.Content;

/// <summary>The content of the secretariat's summary of the week.</summary>
/// <param name="Owing">The units that owe something.</param>
/// <param name="Reporting">How many units report.</param>
/// <param name="Sent">Activities whose progress was sent since the last week.</param>
/// <param name="Returned">Those that were returned since.</param>
/// <param name="Accepted">Those that were accepted since.</param>
/// <param name="Undelivered">Addresses to replace: mails to them were not delivered.</param>
public sealed record DigestModel(
    string PlanName,
    string Body,
    Period Period,
    Recipient To,
    DateOnly DueDay,
    string TimeLeft,
    ValueList<DigestUnit> Owing,
    int Reporting,
    ValueList<MailActivity> Sent,
    ValueList<MailActivity> Returned,
    ValueList<MailActivity> Accepted,
    ValueList<string> Undelivered
)
{
    public string DueText => TimeText.Of(DueDay);

    public string Subject => $"{Period}: resumen de la semana ({TimeLeft}) · {PlanName}";
}
