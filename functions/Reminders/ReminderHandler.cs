using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders;

/// <summary>Lists the reminders of a period, pauses stages and sends mails, for the secretariat.</summary>
public sealed class ReminderHandler(
    PeriodStatusReader statuses,
    RemindersTable reminders,
    OutboxTable outbox,
    OutboxWriter outboxWriter,
    PeriodMails mails,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options
)
{
    private static readonly HashSet<ReminderStage> NoStages = [];

    public async Task<Result<RemindersView>> ShowAsync(PlanId plan, Period period, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var status, out var error))
        {
            return error;
        }

        var now = clock.GetUtcNow();
        var days = ReminderDays.Of(status.Plan.Header.Settings, status.Period, calendar, options.Value.Hours);
        var next = new List<RemindersView.NextView>();
        foreach (var work in status.Outstanding.Where(work => work.IsOwed))
        {
            var day = NextOf(status, work, days, now);
            next.Add(
                new RemindersView.NextView(
                    work.Unit,
                    day?.Stage,
                    day?.Day,
                    day is not null && status.Reminders.PausedStages.Contains(day.Stage),
                    await outboxWriter.RecipientsAsync(
                        status.Plan,
                        work.Unit,
                        day?.Stage ?? ReminderStage.Manual,
                        cancellationToken
                    ),
                    work.Missing,
                    [.. work.Returned.Select(one => one.Activity)]
                )
            );
        }

        var sent = await mails.ListAsync(status, cancellationToken);
        var toReplace = AddressRules.ToReplace(status.Plan, sent);
        return new RemindersView(
            StagesOf(status, days, now),
            [.. next],
            [.. sent.OrderByDescending(mail => mail.StateAt).Select(mail => ToView(mail, status.Plan, toReplace))]
        );
    }

    /// <summary>Pauses a stage, or resumes it. Its mails in the outbox wait too.</summary>
    public async Task<Result<StagePause>> PauseAsync(
        PlanId plan,
        Period period,
        ReminderStage stage,
        PauseRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var status, out var error))
        {
            return error;
        }

        if (request.Held && !MayPause(stage, status.Plan.Header.Settings))
        {
            return Error.NotFound("stage-unknown", stage);
        }

        var reason = request.Reason.Trim();
        if (request.Held && reason.Length < ProgressValidation.MinReason)
        {
            return Error.Invalid("hold-reason-missing", "reason", ProgressValidation.MinReason);
        }

        if (ProgressValidation.TooLong("reason", reason, ProgressValidation.MaxText).FirstOrDefault() is { } tooLong)
        {
            return tooLong;
        }

        var pause = new StagePause(stage, request.Held, reason, caller.Name, clock.GetUtcNow());
        var action = pause.IsHeld ? "holdReminders" : "releaseReminders";
        await AuditAsync(plan, action, $"{period} {stage}", reason, caller, pause.At, cancellationToken);
        await reminders.SetPauseAsync(plan, period, pause, cancellationToken);
        return pause;
    }

    /// <returns>How many mails will go out with the next sending.</returns>
    public async Task<Result<int>> SendAsync(
        PlanId plan,
        Period period,
        SendRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var status, out var error))
        {
            return error;
        }

        if (request.Mail is { } mail)
        {
            return await SendAgainAsync(status, mail, caller, cancellationToken);
        }

        if (request.Unit is not { } unit || status.OutstandingOf(unit) is not { } work)
        {
            return Error.Invalid("unit-unknown", "unit", request.Unit, plan);
        }

        if (!work.IsOwed || status.Period.StateAt(clock.GetUtcNow()) is PeriodState.NotOpen or PeriodState.Closed)
        {
            return Error.Conflict("reminder-not-owed", unit, period);
        }

        var anchor = request.RequestId.ToString("N", CultureInfo.InvariantCulture);
        var reminder = new SentReminder(
            work.Unit,
            ReminderStage.Manual,
            anchor,
            [.. work.Returned.Select(one => one.Key)]
        );
        await AuditAsync(plan, "sendReminder", $"{period} {unit}", "", caller, clock.GetUtcNow(), cancellationToken);
        // Nothing but a repeated request completes what a crash left undone.
        var planned = await outboxWriter.EnsureAsync(status.Plan, period, reminder, work.Unit, cancellationToken);
        return planned > 0 || status.Reminders.Sent.Any(one => one.Stage == reminder.Stage && one.Anchor == anchor)
            ? planned
            : Error.Conflict("reminder-nobody", unit);
    }

    private async Task<Result<int>> SendAgainAsync(
        PeriodStatus status,
        string address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var known = (await mails.ListAsync(status, cancellationToken)).FirstOrDefault(one => one.Address == address);
        if (known is null || await outbox.FindAsync(known.Bucket, known.Id, cancellationToken) is not { } stored)
        {
            return Error.NotFound("mail-unknown");
        }

        // A repeated request whose answer was lost.
        if (stored.Mail is { State: MailState.Pending, AgainAt: not null })
        {
            return 1;
        }

        if (stored.Mail.State is not (MailState.Unknown or MailState.Bounced or MailState.Rejected))
        {
            return Error.Conflict("mail-not-lost");
        }

        var now = clock.GetUtcNow();
        await AuditAsync(status.Plan.Id, "sendMailAgain", address, "", caller, now, cancellationToken);
        return await outbox.TryReplaceAsync(stored, stored.Mail.Again(now), cancellationToken) is not null
            ? 1
            : Error.Conflict("mail-not-lost");
    }

    /// <summary>False for a stage that the list does not show: its pause could not be seen.</summary>
    private static bool MayPause(ReminderStage stage, PlanSettings settings) =>
        stage.Kind is StageKind.Returned or StageKind.Digest or StageKind.Receipt
        || ReminderStage.OfAPeriod(settings).Contains(stage);

    private Task<Result<PeriodStatus>> ReadAsync(PlanId plan, Period period, CancellationToken cancellationToken) =>
        statuses.ReadAsync(plan, period, withFindings: false, cancellationToken);

    private Task AuditAsync(
        PlanId plan,
        string action,
        string subject,
        string reason,
        Caller caller,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(plan, $"{action}|{subject.Replace(' ', '|')}", at, caller.Name, action, subject, reason),
            cancellationToken
        );

    /// <summary>
    /// What goes out in the next working hour, paused or not; else the next stage, of two at once the more urgent one.
    /// </summary>
    private ReminderDay? NextOf(
        PeriodStatus status,
        OutstandingWork work,
        IReadOnlyList<ReminderDay> days,
        DateTimeOffset now
    )
    {
        if (status.Period.StateAt(now) == PeriodState.Closed)
        {
            return null;
        }

        var current = ReminderDays.Current(days, now);
        var (sent, paused) = (status.Reminders.Sent, status.Reminders.PausedStages);
        var due =
            DueReminderRules.Of(work, current, sent, paused) ?? DueReminderRules.Of(work, current, sent, NoStages);
        return due is null ? days.Where(day => day.From > now).GroupBy(day => day.From).FirstOrDefault()?.Last()
            : due.Stage == current?.Stage ? current
            : new ReminderDay(due.Stage, due.Anchor, options.Value.Hours.NextDay(now, calendar), now);
    }

    private static ValueList<RemindersView.StageView> StagesOf(
        PeriodStatus status,
        IReadOnlyList<ReminderDay> days,
        DateTimeOffset now
    )
    {
        var isClosed = status.Period.StateAt(now) == PeriodState.Closed;
        var current = ReminderDays.Current(days, now);
        return
        [
            .. days.Select(day => Of(day.Stage, day.Day, isClosed || (day.From <= now && day != current))),
            Of(ReminderStage.Returned, null, isClosed),
            Of(ReminderStage.Digest, null, isClosed),
            Of(ReminderStage.Receipt, null, isClosed),
        ];

        RemindersView.StageView Of(ReminderStage stage, DateOnly? day, bool isPast) =>
            status.Reminders.Pauses.FirstOrDefault(one => one.Stage == stage && one.IsHeld) is { } pause
                ? new RemindersView.StageView(stage, day, isPast, true, pause.Reason, pause.By)
                : new RemindersView.StageView(stage, day, isPast, false, "", "");
    }

    private static RemindersView.MailView ToView(Mail mail, Plan plan, IReadOnlySet<EmailAddress> toReplace)
    {
        ActivityNumber? activity =
            mail.Reminder.Stage.Kind == StageKind.Receipt
            && ProgressVersionKey.TryParse(mail.Reminder.Anchor, out var sent)
                ? sent.Activity
                : null;
        return new RemindersView.MailView(
            mail.Address,
            mail.Reminder.Unit is { } unit ? plan.FindUnit(unit.ToString())?.Code ?? unit
                : activity is { } number ? plan.FindActivity(number)?.ResponsibleUnit
                : null,
            mail.Reminder.Stage,
            activity,
            mail.To.Address,
            mail.To.Name,
            mail.To.Role,
            mail.State,
            mail.StateAt,
            mail.Tries,
            mail.Reason,
            AddressRules.IsUndelivered(mail) && toReplace.Contains(mail.To.Address)
        );
    }
}
