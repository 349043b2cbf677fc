using Avance.Functions.Http;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Storage;

namespace Avance.Functions.Reminders;

/// <summary>Writes reminders as they would be now, for a preview or a test mail.</summary>
public sealed class ReminderSamples(
    PeriodStatusReader statuses,
    OutboxWriter outboxWriter,
    MailComposer composer,
    IMailTransport transport,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>The reminder as its first recipient would read it, without the link.</summary>
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
            return Error.NotFound("stage-unknown", stage);
        }

        UnitCode? code = UnitCode.TryParse(unit, null, out var parsed) ? parsed : null;
        if (!(await FindAsync(plan, period, code, known, cancellationToken)).Succeeded(out var subject, out var error))
        {
            return error;
        }

        var recipients = await outboxWriter.RecipientsAsync(
            subject.PeriodStatus.Plan,
            subject.OutstandingWork.Unit,
            known,
            cancellationToken
        );
        if (recipients.Count == 0)
        {
            return Error.Conflict("reminder-nobody", subject.OutstandingWork.Unit);
        }

        var (_, content) = await ComposeAsync(subject, known, recipients[0]);
        return new ReminderPreview(content.Subject, content.Text);
    }

    /// <summary>Sends it to an address of the secretariat's choice, without a link.</summary>
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
            return Error.Conflict("mail-not-ready");
        }

        if (
            !(await FindAsync(plan, period, request.Unit, request.Stage, cancellationToken)).Succeeded(
                out var subject,
                out var error
            )
        )
        {
            return error;
        }

        await audit.AddAsync(
            new AuditEntry(
                plan,
                $"testReminder|{period}|{subject.OutstandingWork.Unit}",
                clock.GetUtcNow(),
                caller.Name,
                "testReminder",
                $"{period} {subject.OutstandingWork.Unit}"
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
        if (
            stage.Kind
            is StageKind.Digest
                or StageKind.Receipt
                or StageKind.Call
                or StageKind.Agreement
                or StageKind.Duty
        )
        {
            return Error.Invalid("stage-of-no-unit", "stage", stage);
        }

        return !(await statuses.ReadAsync(plan, period, withFindings: true, cancellationToken)).Succeeded(
                out var status,
                out var error
            )
                ? error
            : status.OutstandingOf(unit) is { } work ? new Subject(status, work)
            : Error.Invalid("unit-unknown", "unit", unit, plan);
    }

    private async Task<(Mail Mail, MailContent Content)> ComposeAsync(
        Subject subject,
        ReminderStage stage,
        Recipient to
    )
    {
        var (status, work) = subject;
        var now = clock.GetUtcNow();
        var mail = Mail.New(
            OutboxTable.BucketOf(calendar.DayOf(now)),
            status.Plan.Id,
            status.Period.Id,
            new SentReminder(work.Unit, stage, "test", []),
            to,
            now
        );
        return (mail, await composer.ComposeAsync(status, mail, null, [], now));
    }

    private sealed record Subject(PeriodStatus PeriodStatus, OutstandingWork OutstandingWork);
}
