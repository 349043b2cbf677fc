using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders;

/// <summary>What the secretariat sees of the reminders of a period, and does about them.</summary>
public sealed class ReminderDesk(
    Situations situations,
    RemindersTable reminders,
    OutboxTable outbox,
    ReminderPlanning planning,
    Undelivered mails,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options
)
{
    private static readonly HashSet<ReminderStage> NoStages = [];

    public async Task<Result<RemindersView>> ShowAsync(PlanId plan, Period period, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var situation, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var days = StageDays.Of(situation.Plan.Header.Settings, situation.Period, calendar, options.Value.Hours);
        var next = new List<RemindersView.NextView>();
        foreach (var debt in situation.Debts.Where(debt => debt.IsOwed))
        {
            var day = NextOf(situation, debt, days, now);
            next.Add(
                new RemindersView.NextView(
                    debt.Unit,
                    day?.Stage,
                    day?.Day,
                    day is not null && situation.Reminders.Held.Contains(day.Stage),
                    await planning.RecipientsAsync(
                        situation.Plan,
                        debt.Unit,
                        day?.Stage ?? ReminderStage.Manual,
                        cancellationToken
                    ),
                    debt.Missing,
                    [.. debt.Returned.Select(one => one.Activity)]
                )
            );
        }

        var sent = await mails.MailsAsync(situation, cancellationToken);
        var toReplace = AddressRules.ToReplace(situation.Plan, sent);
        return new RemindersView(
            StagesOf(situation, days, now),
            [.. next],
            [.. sent.OrderByDescending(mail => mail.StateAt).Select(mail => ToView(mail, situation.Plan, toReplace))]
        );
    }

    /// <summary>Holds a stage, or lets it go. Mails that wait in the outbox wait with it.</summary>
    public async Task<Result<Hold>> HoldAsync(
        PlanId plan,
        Period period,
        ReminderStage stage,
        HoldRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var situation, out var refusal))
        {
            return refusal;
        }

        if (request.Held && !MayHold(stage, situation.Plan.Header.Settings))
        {
            return Refusal.NotFound("stage-unknown", stage);
        }

        var reason = request.Reason.Trim();
        if (request.Held && reason.Length < ProgressValidation.MinReason)
        {
            return Refusal.Invalid("hold-reason-missing", "reason", ProgressValidation.MinReason);
        }

        if (ProgressValidation.TooLong("reason", reason, ProgressValidation.MaxText).FirstOrDefault() is { } tooLong)
        {
            return tooLong;
        }

        var hold = new Hold(stage, request.Held, reason, caller.Name, clock.GetUtcNow());
        var action = hold.IsHeld ? "holdReminders" : "releaseReminders";
        await AuditAsync(plan, action, $"{period} {stage}", reason, caller, hold.At, cancellationToken);
        await reminders.SetHoldAsync(plan, period, hold, cancellationToken);
        return hold;
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
        if (!(await ReadAsync(plan, period, cancellationToken)).Succeeded(out var situation, out var refusal))
        {
            return refusal;
        }

        if (request.Mail is { } mail)
        {
            return await SendAgainAsync(situation, mail, caller, cancellationToken);
        }

        if (request.Unit is not { } unit || situation.DebtOf(unit) is not { } debt)
        {
            return Refusal.Invalid("unit-unknown", "unit", request.Unit, plan);
        }

        if (!debt.IsOwed || situation.Period.StateAt(clock.GetUtcNow()) is PeriodState.NotOpen or PeriodState.Closed)
        {
            return Refusal.Conflict("reminder-not-owed", unit, period);
        }

        var anchor = request.RequestId.ToString("N", CultureInfo.InvariantCulture);
        var reminder = new SentReminder(
            debt.Unit,
            ReminderStage.Manual,
            anchor,
            [.. debt.Returned.Select(one => one.Key)]
        );
        await AuditAsync(plan, "sendReminder", $"{period} {unit}", "", caller, clock.GetUtcNow(), cancellationToken);
        // Whoever asks again may be the only one who comes back to what a crash has left of it.
        var planned = await planning.EnsureAsync(situation.Plan, period, reminder, debt.Unit, cancellationToken);
        return planned > 0 || situation.Reminders.Sent.Any(one => one.Stage == reminder.Stage && one.Anchor == anchor)
            ? planned
            : Refusal.Conflict("reminder-nobody", unit);
    }

    private async Task<Result<int>> SendAgainAsync(
        Situation situation,
        string address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var known = (await mails.MailsAsync(situation, cancellationToken)).FirstOrDefault(one =>
            one.Address == address
        );
        if (known is null || await outbox.FindAsync(known.Bucket, known.Id, cancellationToken) is not { } stored)
        {
            return Refusal.NotFound("mail-unknown");
        }

        // Asked for again by somebody who got no answer.
        if (stored.Mail is { State: MailState.Pending, AgainAt: not null })
        {
            return 1;
        }

        if (stored.Mail.State is not (MailState.Unknown or MailState.Bounced or MailState.Rejected))
        {
            return Refusal.Conflict("mail-not-lost");
        }

        var now = clock.GetUtcNow();
        await AuditAsync(situation.Plan.Id, "sendMailAgain", address, "", caller, now, cancellationToken);
        return await outbox.TryReplaceAsync(stored, stored.Mail.Again(now), cancellationToken) is not null
            ? 1
            : Refusal.Conflict("mail-not-lost");
    }

    /// <summary>False for a stage that the list does not show: nobody would see what holds its mails.</summary>
    private static bool MayHold(ReminderStage stage, PlanSettings settings) =>
        stage.Kind is StageKind.Returned or StageKind.Digest or StageKind.Receipt
        || ReminderStage.OfAPeriod(settings).Contains(stage);

    private Task<Result<Situation>> ReadAsync(PlanId plan, Period period, CancellationToken cancellationToken) =>
        situations.ReadAsync(plan, period, withFindings: false, cancellationToken);

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

    /// <summary>What goes out in the next working hour, or would if it were not held; or else the next stage, of two at once the more pressing one.</summary>
    private StageDay? NextOf(Situation situation, Debt debt, IReadOnlyList<StageDay> days, DateTimeOffset now)
    {
        if (situation.Period.StateAt(now) == PeriodState.Closed)
        {
            return null;
        }

        var current = StageDays.Current(days, now);
        var (sent, held) = (situation.Reminders.Sent, situation.Reminders.Held);
        var due = DueReminders.Of(debt, current, sent, held) ?? DueReminders.Of(debt, current, sent, NoStages);
        return due is null ? days.Where(day => day.From > now).GroupBy(day => day.From).FirstOrDefault()?.Last()
            : due.Stage == current?.Stage ? current
            : new StageDay(due.Stage, due.Anchor, options.Value.Hours.NextDay(now, calendar), now);
    }

    private static ValueList<RemindersView.StageView> StagesOf(
        Situation situation,
        IReadOnlyList<StageDay> days,
        DateTimeOffset now
    )
    {
        var isClosed = situation.Period.StateAt(now) == PeriodState.Closed;
        var current = StageDays.Current(days, now);
        return
        [
            .. days.Select(day => Of(day.Stage, day.Day, isClosed || (day.From <= now && day != current))),
            Of(ReminderStage.Returned, null, isClosed),
            Of(ReminderStage.Digest, null, isClosed),
            Of(ReminderStage.Receipt, null, isClosed),
        ];

        RemindersView.StageView Of(ReminderStage stage, DateOnly? day, bool isPast) =>
            situation.Reminders.Holds.FirstOrDefault(one => one.Stage == stage && one.IsHeld) is { } hold
                ? new RemindersView.StageView(stage, day, isPast, true, hold.Reason, hold.By)
                : new RemindersView.StageView(stage, day, isPast, false, "", "");
    }

    private static RemindersView.MailView ToView(Mail mail, Plan plan, IReadOnlySet<EmailAddress> toReplace)
    {
        ActivityNumber? activity =
            mail.Reminder.Stage.Kind == StageKind.Receipt && VersionKey.TryParse(mail.Reminder.Anchor, out var sent)
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
            AddressRules.CameBack(mail) && toReplace.Contains(mail.To.Address)
        );
    }
}
