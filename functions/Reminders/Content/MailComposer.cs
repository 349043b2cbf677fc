using Avance.Functions.Access;
using Avance.Functions.Findings;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Content;

/// <summary>Writes a mail from the state of its period. Pure except for the templates.</summary>
public sealed class MailComposer(MailWriter writer, BusinessCalendar calendar)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="status">How the period stands, with its findings.</param>
    /// <param name="mail">The mail; its unit owes something, or it is the digest.</param>
    /// <param name="link">The recipient's form link; null for none.</param>
    /// <param name="undelivered">Addresses to which mails were not delivered.</param>
    /// <param name="now">When it is sent.</param>
    public Task<MailContent> ComposeAsync(
        PeriodStatus status,
        Mail mail,
        SignedLink? link,
        IEnumerable<EmailAddress> undelivered,
        DateTimeOffset now
    ) =>
        status.OutstandingOf(mail.Reminder.Unit) is { } work
            ? writer.WriteAsync(Reminder(status, work, mail, link, now), $"{mail.Plan}-{mail.Period}-{work.Unit}", now)
            : writer.WriteAsync(Digest(status, mail, undelivered, now));

    private ReminderModel Reminder(
        PeriodStatus status,
        OutstandingWork work,
        Mail mail,
        SignedLink? link,
        DateTimeOffset now
    )
    {
        var plan = status.Plan;
        var due = ReminderDays.DueDay(status.Period, calendar);
        return new ReminderModel(
            plan.Header.Name,
            plan.Header.Body,
            status.Period.Id,
            plan.FindUnit(work.Unit)!,
            mail.To,
            mail.Reminder.Stage,
            due,
            due.DayNumber - calendar.DayOf(now).DayNumber,
            [.. work.Missing.Select(number => Activity(plan, number))],
            [.. work.Returned.Select(returned => Activity(plan, returned.Activity, returned.Observation))],
            [
                .. work.ToExplain.Select(finding =>
                    Activity(plan, finding.Id.Claim.Activity, FindingView.Of(finding).Detail)
                ),
            ],
            link?.Address,
            link is null ? null : calendar.DayOf(link.Expires),
            [
                .. plan
                    .Units.Where(unit => unit.Kind == UnitKind.Secretariat)
                    .SelectMany(unit => unit.Contacts)
                    .Where(contact => contact.Address is not null),
            ]
        );
    }

    private DigestModel Digest(
        PeriodStatus status,
        Mail mail,
        IEnumerable<EmailAddress> undelivered,
        DateTimeOffset now
    )
    {
        var plan = status.Plan;
        var due = ReminderDays.DueDay(status.Period, calendar);
        var days = due.DayNumber - calendar.DayOf(now).DayNumber;
        var since = SinceOf(status, mail.Reminder, now);
        return new DigestModel(
            plan.Header.Name,
            plan.Header.Body,
            status.Period.Id,
            mail.To,
            due,
            TimeText.Of(days),
            [
                .. status
                    .Outstanding.Where(work => work.IsOwed)
                    .Select(work => (OutstandingWork: work, Unit: plan.FindUnit(work.Unit)!))
                    .Select(pair => new DigestUnit(
                        pair.Unit,
                        pair.OutstandingWork.Missing.Count,
                        pair.OutstandingWork.Returned.Count,
                        pair.Unit.Contacts.Count > 0
                    )),
            ],
            status.Outstanding.Count,
            Changed(Progress.ProgressState.Submitted, Progress.ProgressState.Resubmitted),
            Changed(Progress.ProgressState.Returned),
            Changed(Progress.ProgressState.Accepted),
            [.. undelivered.Distinct().Order().Select(address => address.ToString())]
        );

        ValueList<MailActivity> Changed(params Progress.ProgressState[] states) =>
            [
                .. status
                    .Activities.Where(activity => states.Contains(activity.State))
                    .Where(submission => (submission.Return?.At ?? submission.At) > since)
                    .OrderBy(submission => submission.Activity)
                    .Select(submission => Activity(plan, submission.Activity)),
            ];
    }

    /// <summary>
    /// A digest covers a week, or all since the one before if that is longer, so that nothing is left out.
    /// </summary>
    private static DateTimeOffset SinceOf(PeriodStatus status, SentReminder digest, DateTimeOffset now)
    {
        var before = status
            .Reminders.Planned.Where(one => one.Reminder.Stage == digest.Stage)
            .Where(one => string.CompareOrdinal(one.Reminder.Anchor, digest.Anchor) < 0)
            .Max(one => (DateTimeOffset?)one.At);
        return (before ?? status.Period.Opens) is var since && since < now - Week ? since : now - Week;
    }

    private static MailActivity Activity(Plan plan, ActivityNumber number, string note = "") =>
        new(number, plan.FindActivity(number)?.Title ?? "", note);
}
