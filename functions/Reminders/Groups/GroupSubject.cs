using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reminders.Sending;

namespace Avance.Functions.Reminders.Groups;

/// <summary>A group, as mails are about it. A mail goes out while what it tells of is still due.</summary>
internal sealed class GroupSubject(
    WorkingGroup group,
    IReadOnlyList<GroupSession> sessions,
    GroupMailWriter writer,
    BusinessCalendar calendar,
    TimeProvider clock,
    WorkingHours hours
) : IMailSubject
{
    public MailAction Next(Mail mail, DateTimeOffset now) =>
        MailRules.Next(mail, Find(mail, now) is not null, isPaused: false, calendar, hours, now);

    public Task<OutgoingMail> ComposeAsync(Mail mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Find(mail, now) is { } reminder
            ? writer.ComposeAsync(group, reminder, mail, now)
            : throw new InvalidOperationException($"{mail.Address} is not due any more.");
    }

    private GroupReminder? Find(Mail mail, DateTimeOffset now) =>
        GroupReminderRules
            .Of(group, sessions, calendar, now)
            .FirstOrDefault(one => (one.Stage, one.Anchor) == (mail.Reminder.Stage, mail.Reminder.Anchor));
}
