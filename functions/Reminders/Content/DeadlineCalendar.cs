using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Avance.Functions.Reminders.Content;

/// <summary>The deadline of a period as an iCalendar file (https://www.rfc-editor.org/rfc/rfc5545).</summary>
public static class DeadlineCalendar
{
    /// <param name="model">The reminder that it goes along with.</param>
    /// <param name="id">The same for all mails of one deadline.</param>
    /// <param name="now">When the mail is written.</param>
    public static string Write(ReminderModel model, string id, DateTimeOffset now)
    {
        var calendar = new Calendar
        {
            ProductId = "-//Avance//Recordatorios//ES",
            Scale = CalendarScales.Gregorian,
            Method = CalendarMethods.Publish,
        };
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{id}@avance",
                DtStamp = new CalDateTime(now.UtcDateTime),
                // An all-day event is the same day in every time zone.
                Start = new CalDateTime(model.DueDay),
                End = new CalDateTime(model.DueDay.AddDays(1)),
                Summary = $"Fecha límite {model.Period}, {model.Unit.Code}: {model.PlanName}",
                Transparency = TransparencyType.Transparent,
            }
        );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
