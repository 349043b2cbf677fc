using System.Globalization;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Decides what to do with a mail of the outbox. Pure.</summary>
public static class MailRules
{
    public static MailAction Next(
        Mail mail,
        PeriodStatus status,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    ) => Next(mail, IsDue(mail, status, calendar, hours, now), IsPaused(mail, status), calendar, hours, now);

    /// <param name="isDue">False if nothing is to be told any more.</param>
    /// <param name="isPaused">True if the secretariat has it wait.</param>
    public static MailAction Next(
        Mail mail,
        bool isDue,
        bool isPaused,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    ) =>
        mail.State switch
        {
            MailState.Claimed => now >= mail.Until ? MailAction.MarkUnknown : MailAction.Wait,
            MailState.Unknown => now >= mail.Until ? MailAction.TryAgain : MailAction.Wait,
            MailState.Pending when !isDue => MailAction.Cancel,
            MailState.Pending when now < mail.Until || isPaused => MailAction.Wait,
            MailState.Pending when GoesAtOnce(mail) => MailAction.Send,
            MailState.Pending => hours.Include(now, calendar) ? MailAction.Send : MailAction.Wait,
            _ => MailAction.Wait,
        };

    /// <summary>True for what somebody has just asked for.</summary>
    private static bool GoesAtOnce(Mail mail) =>
        mail.Reminder.Stage.Kind is StageKind.Manual or StageKind.Receipt or StageKind.Call;

    private static bool IsPaused(Mail mail, PeriodStatus status) =>
        status.Reminders.PausedStages.Contains(mail.Reminder.Stage);

    /// <summary>True if the unit still owes what the mail is about, and no later stage has begun.</summary>
    private static bool IsDue(
        Mail mail,
        PeriodStatus status,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    )
    {
        var reminder = mail.Reminder;
        if (reminder.Stage.Kind == StageKind.Receipt)
        {
            // A receipt stays due whatever becomes of the submission.
            return true;
        }

        if (status.Period.StateAt(now) is PeriodState.NotOpen or PeriodState.Closed)
        {
            return false;
        }

        if (reminder.Stage.Kind == StageKind.Digest)
        {
            return DateOnly.ParseExact(reminder.Anchor, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(7)
                > calendar.DayOf(now);
        }

        var work = status.OutstandingOf(reminder.Unit);
        return work is { IsOwed: true }
            && reminder.Stage.Kind switch
            {
                StageKind.Manual => true,
                StageKind.Returned => work.Returned.Any(one =>
                    reminder.Returns.Contains(one.Key, StringComparer.Ordinal)
                ),
                _ => ReminderDays.Current(
                    ReminderDays.Of(status.Plan.Header.Settings, status.Period, calendar, hours),
                    now
                )
                    is { } current
                    && current.Stage == reminder.Stage
                    && current.Anchor == reminder.Anchor,
            };
    }

    /// <summary>The mail after it was handed over.</summary>
    /// <param name="mail">The mail as it was leased.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="unknownHours">Hours to wait for events if the outcome is unknown.</param>
    public static Mail After(Mail mail, SendOutcome outcome, int unknownHours, DateTimeOffset now)
    {
        var (state, until) = outcome.Kind switch
        {
            SendOutcomeKind.Accepted => (MailState.Accepted, now),
            SendOutcomeKind.Rejected => (MailState.Rejected, now),
            SendOutcomeKind.Unknown => (MailState.Unknown, now.AddHours(unknownHours)),
            _ => (MailState.Pending, now + Pause(mail.Tries, outcome.RetryAfter)),
        };
        return mail with
        {
            State = state,
            StateAt = now,
            Until = until,
            MessageId = outcome.MessageId.Length > 0 ? outcome.MessageId : mail.MessageId,
            Reason = outcome.Reason,
        };
    }

    /// <summary>What the service asked for, or else 5 minutes, doubled with each try, up to 4 hours.</summary>
    private static TimeSpan Pause(int tries, TimeSpan? asked) =>
        asked is { } time && time > TimeSpan.Zero
            ? time
            : TimeSpan.FromMinutes(Math.Min(240, 5 * Math.Pow(2, Math.Max(0, tries - 1))));
}
