using Avance.Functions.Access;
using Avance.Functions.Findings;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Content;

/// <summary>Makes of how a period stands what a mail tells. Pure but for the templates.</summary>
public sealed class MailComposer(MailWriter writer, BusinessCalendar calendar)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="situation">How the period stands, with its findings.</param>
    /// <param name="mail">The mail; its unit owes something, or it is the digest.</param>
    /// <param name="link">The recipient's way in; null for none.</param>
    /// <param name="undelivered">Addresses that mails came back from.</param>
    /// <param name="now">When it is sent.</param>
    public Task<MailContent> ComposeAsync(
        Situation situation,
        Mail mail,
        OpenLink? link,
        IEnumerable<EmailAddress> undelivered,
        DateTimeOffset now
    ) =>
        situation.DebtOf(mail.Reminder.Unit) is { } debt
            ? writer.WriteAsync(
                Reminder(situation, debt, mail, link, now),
                $"{mail.Plan}-{mail.Period}-{debt.Unit}",
                now
            )
            : writer.WriteAsync(Digest(situation, mail, undelivered, now));

    private ReminderModel Reminder(Situation situation, Debt debt, Mail mail, OpenLink? link, DateTimeOffset now)
    {
        var plan = situation.Plan;
        var due = StageDays.DueDay(situation.Period, calendar);
        return new ReminderModel(
            plan.Header.Name,
            plan.Header.Body,
            situation.Period.Id,
            plan.FindUnit(debt.Unit)!,
            mail.To,
            mail.Reminder.Stage,
            due,
            due.DayNumber - calendar.DayOf(now).DayNumber,
            [.. debt.Missing.Select(number => Activity(plan, number))],
            [.. debt.Returned.Select(returned => Activity(plan, returned.Activity, returned.Observation))],
            [
                .. debt.ToExplain.Select(finding =>
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
        Situation situation,
        Mail mail,
        IEnumerable<EmailAddress> undelivered,
        DateTimeOffset now
    )
    {
        var plan = situation.Plan;
        var due = StageDays.DueDay(situation.Period, calendar);
        var days = due.DayNumber - calendar.DayOf(now).DayNumber;
        var since = SinceOf(situation, mail.Reminder, now);
        return new DigestModel(
            plan.Header.Name,
            plan.Header.Body,
            situation.Period.Id,
            mail.To,
            due,
            TimeText.Of(days),
            [
                .. situation
                    .Debts.Where(debt => debt.IsOwed)
                    .Select(debt => (Debt: debt, Unit: plan.FindUnit(debt.Unit)!))
                    .Select(pair => new DigestUnit(
                        pair.Unit,
                        pair.Debt.Missing.Count,
                        pair.Debt.Returned.Count,
                        pair.Unit.Contacts.Count > 0
                    )),
            ],
            situation.Debts.Count,
            Changed(Progress.ProgressState.Submitted, Progress.ProgressState.Resubmitted),
            Changed(Progress.ProgressState.Returned),
            Changed(Progress.ProgressState.Accepted),
            [.. undelivered.Distinct().Order().Select(address => address.ToString())]
        );

        ValueList<MailActivity> Changed(params Progress.ProgressState[] states) =>
            [
                .. situation
                    .Standings.Where(standing => states.Contains(standing.State))
                    .Where(standing => (standing.Return?.At ?? standing.At) > since)
                    .OrderBy(standing => standing.Activity)
                    .Select(standing => Activity(plan, standing.Activity)),
            ];
    }

    /// <summary>A digest tells of a week, and of more if it is late: nothing falls between it and the one before.</summary>
    private static DateTimeOffset SinceOf(Situation situation, SentReminder digest, DateTimeOffset now)
    {
        var before = situation
            .Reminders.Planned.Where(one => one.Reminder.Stage == digest.Stage)
            .Where(one => string.CompareOrdinal(one.Reminder.Anchor, digest.Anchor) < 0)
            .Max(one => (DateTimeOffset?)one.At);
        return (before ?? situation.Period.Opens) is var since && since < now - Week ? since : now - Week;
    }

    private static MailActivity Activity(Plan plan, ActivityNumber number, string note = "") =>
        new(number, plan.FindActivity(number)?.Title ?? "", note);
}
