using System.Globalization;
using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Reminders.Sending;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Groups;

/// <summary>Writes the mails of a group. Replies go to its technical secretariat.</summary>
public sealed class GroupMailWriter(MailWriter writer, BusinessCalendar calendar, IOptions<MailOptions> options)
{
    /// <param name="now">When it is sent.</param>
    public async Task<OutgoingMail> ComposeAsync(
        WorkingGroup group,
        GroupReminder reminder,
        Mail mail,
        DateTimeOffset now
    )
    {
        var content = reminder switch
        {
            { Agreement: { } agreement, Session: { } session } => await writer.WriteAsync(
                new AgreementModel(
                    group,
                    MinutesNumber.Of(group.Id, session.Id),
                    agreement,
                    mail.To,
                    reminder.Due!.Value,
                    DaysTo(reminder, now)
                )
            ),
            { Session: { } session } => await writer.WriteAsync(CallOf(group, session, mail), now),
            _ => await writer.WriteAsync(
                new DutyModel(group, reminder.Duty!, mail.To, reminder.Due!.Value, DaysTo(reminder, now))
            ),
        };
        return new OutgoingMail(mail.Address, mail.To.Address, mail.To.Name, group.Secretariat.Address, content);
    }

    private int DaysTo(GroupReminder reminder, DateTimeOffset now) =>
        reminder.Due!.Value.DayNumber - calendar.DayOf(now).DayNumber;

    private CallModel CallOf(WorkingGroup group, GroupSession session, Mail mail) =>
        new(
            group,
            session,
            mail.To,
            calendar.InstantOf(session.StartsAt),
            group.Secretariat.Address?.ToString() ?? options.Value.From,
            string.Create(CultureInfo.InvariantCulture, $"{group.Id}-{session.Id}"),
            session.Call!.Sequence
        );
}
