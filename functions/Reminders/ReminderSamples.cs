using Avance.Functions.Http;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;

namespace Avance.Functions.Reminders;

/// <summary>Reminders as they would be now, to be read on the desk or sent to an address of one's own.</summary>
public sealed class ReminderSamples(
    Situations situations,
    ReminderPlanning planning,
    MailComposer composer,
    IMailTransport transport,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>What the first of those would read who get it, without their way in.</summary>
    public async Task<Result<ReminderPreview>> PreviewAsync(
        PlanId plan,
        Period period,
        string? unit,
        string? stage,
        CancellationToken cancellationToken
    )
    {
        if (!ReminderStage.TryParse(stage, null, out var known))
        {
            return Refusal.NotFound("stage-unknown", stage);
        }

        UnitCode? code = UnitCode.TryParse(unit, null, out var parsed) ? parsed : null;
        if (
            !(await FindAsync(plan, period, code, known, cancellationToken)).Succeeded(out var subject, out var refusal)
        )
        {
            return refusal;
        }

        var recipients = await planning.RecipientsAsync(
            subject.Situation.Plan,
            subject.Debt.Unit,
            known,
            cancellationToken
        );
        if (recipients.Count == 0)
        {
            return Refusal.Conflict("reminder-nobody", subject.Debt.Unit);
        }

        var (_, content) = await ComposeAsync(subject, known, recipients[0]);
        return new ReminderPreview(content.Subject, content.Text);
    }

    /// <summary>Sends it to an address of the secretariat's choice, without a way in.</summary>
    public async Task<Result<SendOutcome>> TestAsync(
        PlanId plan,
        Period period,
        TestRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!transport.IsReady)
        {
            return Refusal.Conflict("mail-not-ready");
        }

        if (
            !(await FindAsync(plan, period, request.Unit, request.Stage, cancellationToken)).Succeeded(
                out var subject,
                out var refusal
            )
        )
        {
            return refusal;
        }

        await audit.AddAsync(
            new AuditEntry(
                plan,
                $"testReminder|{period}|{subject.Debt.Unit}",
                clock.GetUtcNow(),
                caller.Name,
                "testReminder",
                $"{period} {subject.Debt.Unit}"
            ),
            cancellationToken
        );
        var to = new Recipient(request.To, "", RecipientRole.Liaison);
        var (mail, content) = await ComposeAsync(subject, request.Stage, to);
        return await transport.SendAsync(
            new OutgoingMail(mail.Address, request.To, "", null, content),
            cancellationToken
        );
    }

    private async Task<Result<Subject>> FindAsync(
        PlanId plan,
        Period period,
        UnitCode? unit,
        ReminderStage stage,
        CancellationToken cancellationToken
    )
    {
        if (stage.Kind is StageKind.Digest or StageKind.Receipt)
        {
            return Refusal.Invalid("stage-of-no-unit", "stage", stage);
        }

        return !(await situations.ReadAsync(plan, period, withFindings: true, cancellationToken)).Succeeded(
                out var situation,
                out var refusal
            )
                ? refusal
            : situation.DebtOf(unit) is { } debt ? new Subject(situation, debt)
            : Refusal.Invalid("unit-unknown", "unit", unit, plan);
    }

    private async Task<(Mail Mail, MailContent Content)> ComposeAsync(
        Subject subject,
        ReminderStage stage,
        Recipient to
    )
    {
        var (situation, debt) = subject;
        var now = clock.GetUtcNow();
        var mail = Mail.New(
            OutboxTable.BucketOf(calendar.DayOf(now)),
            situation.Plan.Id,
            situation.Period.Id,
            new SentReminder(debt.Unit, stage, "test", []),
            to,
            now
        );
        return (mail, await composer.ComposeAsync(situation, mail, null, [], now));
    }

    private sealed record Subject(Situation Situation, Debt Debt);
}
