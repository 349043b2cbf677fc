using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Avance.Functions.Reminders.Content;

/// <summary>
/// A session as a calendar entry that one accepts or declines (https://www.rfc-editor.org/rfc/rfc5546): a later call
/// replaces it, a cancellation takes it out. It names the recipient alone: nobody learns the others' addresses.
/// </summary>
public static class SessionCalendar
{
    /// <param name="now">When the mail is written.</param>
    public static string Write(CallModel model, DateTimeOffset now)
    {
        var calendar = new Calendar
        {
            ProductId = "-//Avance//Convocatorias//ES",
            Scale = CalendarScales.Gregorian,
            Method = MethodOf(model),
        };
        var entry = new CalendarEvent
        {
            Uid = $"{model.Id}@avance",
            Sequence = model.Sequence,
            DtStamp = new CalDateTime(now.UtcDateTime),
            Start = new CalDateTime(model.StartsAt.UtcDateTime),
            End = new CalDateTime(model.StartsAt.AddMinutes(model.Session.Minutes).UtcDateTime),
            Summary = $"Sesión {model.Session.Id}: {model.Group.Name}",
            Location = model.Session.Place.Length > 0 ? model.Session.Place : model.Session.Link,
            Description = Describe(model),
            Status = model.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer($"mailto:{model.Organizer}"),
        };
        entry.Attendees.Add(
            new Attendee($"mailto:{model.To.Address}")
            {
                CommonName = model.To.Name.Length > 0 ? model.To.Name : null,
                Rsvp = true,
            }
        );
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary><c>REQUEST</c>, or <c>CANCEL</c> for a session that is cancelled.</summary>
    public static string MethodOf(CallModel model) =>
        model.IsCancelled ? CalendarMethods.Cancel : CalendarMethods.Request;

    private static string Describe(CallModel model) =>
        string.Join(
            '\n',
            model
                .Session.Agenda.Select((item, index) => string.Create(Messages.Culture, $"{index + 1}. {item}"))
                .Append(model.Session.Link)
                .Where(line => line.Length > 0)
        );
}
