using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;

namespace Avance.Functions.Reminders.Content;

/// <summary>The content of a call to a session, or of the mail that it is cancelled.</summary>
/// <param name="StartsAt">The instant of <see cref="GroupSession.StartsAt"/>, in UTC.</param>
/// <param name="Organizer">The address that calendars answer to.</param>
/// <param name="Id">The same for all mails of one session: calendars replace what they have by it.</param>
/// <param name="Sequence">Rises with each call, so that calendars keep the latest.</param>
public sealed record CallModel(
    WorkingGroup Group,
    GroupSession Session,
    Recipient To,
    DateTimeOffset StartsAt,
    string Organizer,
    string Id,
    int Sequence
)
{
    public bool IsCancelled => Session.State == GroupSessionState.Cancelled;

    public bool IsChanged => !IsCancelled && Sequence > 1;

    public string Subject =>
        $"{(IsCancelled ? "Se canceló la sesión" : IsChanged ? "Cambio en la convocatoria" : "Convocatoria a sesión")} {Session.Id} de {Group.Id}, {DayText}";

    public string DayText => TimeText.Of(Session.Day());

    public string TimeOfDay => Session.StartsAt.ToString("HH:mm", Messages.Culture);
}
