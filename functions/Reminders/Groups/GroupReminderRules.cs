using System.Globalization;
using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;

namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// Decides what a group is to be told of: calls to sessions that are still to come, agreements and yearly duties with a day
/// that is near or past. Pure: what was sent is asked of the table.
/// </summary>
public static class GroupReminderRules
{
    private static readonly ValueList<ReminderStage> OfAgreements =
    [
        ReminderStage.Before(7),
        ReminderStage.Before(0),
        ReminderStage.Overdue(7),
    ];

    private static readonly ValueList<ReminderStage> OfDuties =
    [
        ReminderStage.Before(30),
        ReminderStage.Before(7),
        ReminderStage.Overdue(7),
    ];

    public static IEnumerable<GroupReminder> Of(
        WorkingGroup group,
        IReadOnlyCollection<GroupSession> sessions,
        BusinessCalendar calendar,
        DateTimeOffset now
    )
    {
        var today = calendar.DayOf(now);
        return sessions
            .Where(session => IsToBeTold(session, calendar, now))
            .Select(CallOf)
            .Concat(sessions.SelectMany(session => OfSession(session, calendar, today)))
            .Concat(group.Duties.SelectMany(duty => OfDuty(duty, calendar, today)));
    }

    /// <summary>The mail of the latest call of a session, or of its cancellation.</summary>
    public static GroupReminder CallOf(GroupSession session) =>
        new(
            ReminderStage.Call,
            string.Create(CultureInfo.InvariantCulture, $"{session.Id}.{session.Call!.Sequence}"),
            session
        );

    /// <summary>True if members are told of the latest call or cancellation: not once the session has begun.</summary>
    public static bool IsToBeTold(GroupSession session, BusinessCalendar calendar, DateTimeOffset now) =>
        session is { Call: not null, State: GroupSessionState.Called or GroupSessionState.Cancelled }
        && calendar.InstantOf(session.StartsAt) > now;

    private static IEnumerable<GroupReminder> OfSession(
        GroupSession session,
        BusinessCalendar calendar,
        DateOnly today
    ) =>
        from agreement in session.Agreements
        where agreement.State == AgreementState.Pending
        let due = agreement.Due
        where due is not null
        let stage = StageOn(today, due.Value, OfAgreements, calendar)
        where stage is not null
        select new GroupReminder(
            ReminderStage.Agreement,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{session.Id}.{agreement.Number}.{stage}.{due.Value:yyyyMMdd}"
            ),
            session,
            agreement,
            Due: due
        );

    /// <summary>The day may be in the year before or after: what is due in January is reminded of in December.</summary>
    private static IEnumerable<GroupReminder> OfDuty(YearlyDuty duty, BusinessCalendar calendar, DateOnly today) =>
        from year in new[] { today.Year - 1, today.Year, today.Year + 1 }
        where duty.IsOwedIn(year)
        let due = duty.DueIn(year)
        let stage = StageOn(today, due, OfDuties, calendar)
        where stage is not null
        select new GroupReminder(
            ReminderStage.Duty,
            string.Create(CultureInfo.InvariantCulture, $"{duty.Id}.{stage}.{due:yyyyMMdd}"),
            Duty: duty,
            Due: due
        );

    /// <summary>
    /// The stage that applies on a day; null for none. A stage that falls on a weekend or holiday is moved to the working
    /// day before, and what is overdue to the one after.
    /// </summary>
    private static ReminderStage? StageOn(
        DateOnly today,
        DateOnly due,
        ValueList<ReminderStage> stages,
        BusinessCalendar calendar
    )
    {
        if (today > due.AddDays(YearlyDuty.MaxDaysPast))
        {
            return null;
        }

        ReminderStage? current = null;
        foreach (var stage in stages)
        {
            var day =
                stage.Kind == StageKind.Before
                    ? calendar.WorkingDayUpTo(due.AddDays(-stage.Days))
                    : calendar.WorkingDayFrom(due.AddDays(stage.Days));
            current = day <= today ? stage : current;
        }

        return current;
    }
}
