using Avance.Functions.Http;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.Texts;

/// <summary>
/// Lists the texts of a report, and takes edits. The audit is written last; a repeated request writes it again, with the
/// instant that is stored, so that it is the same entry.
/// </summary>
public sealed class TextHandler(ReportTextReader reader, TextsTable table, AuditTable audit, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    public Task<Result<PeriodTexts>> ListAsync(PlanId plan, Period period, CancellationToken cancellationToken) =>
        reader.FindAsync(plan, period, cancellationToken);

    public Task<Result<ReportText>> SaveAsync(
        PlanId plan,
        Period period,
        TextSection section,
        int seen,
        TextRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            section,
            (draft, current) => TextRules.Save(draft, current, seen, request, caller, clock.GetUtcNow()),
            cancellationToken
        );

    /// <summary>Gives the draft back.</summary>
    public Task<Result<ReportText>> WithdrawAsync(
        PlanId plan,
        Period period,
        TextSection section,
        int seen,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            section,
            (draft, current) => TextRules.Withdraw(draft, current, seen, caller, clock.GetUtcNow()),
            cancellationToken
        );

    private async Task<Result<ReportText>> ChangeAsync(
        PlanId plan,
        Period period,
        TextSection section,
        Func<TextDraft, EditedText?, Result<EditedText>> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (!(await ListAsync(plan, period, cancellationToken)).Succeeded(out var all, out var error))
            {
                return error;
            }

            if (all.FindDraft(section) is not { } draft)
            {
                return Error.NotFound("text-unknown", section);
            }

            var current = all.FindEdit(section);
            if (!decide(draft, current).Succeeded(out var next, out error))
            {
                return error;
            }

            // Another has written since: the next attempt says so, or finds that it was this same request.
            if (next == current || await table.TryWriteAsync(plan, period, next, cancellationToken))
            {
                await AuditAsync(plan, period, next, cancellationToken);
                return TextRules.Merge(draft, next);
            }
        }

        return Error.Conflict("edit-busy");
    }

    private Task AuditAsync(PlanId plan, Period period, EditedText edit, CancellationToken cancellationToken)
    {
        var action = edit.IsWithdrawn ? "restoreText" : "editText";
        var id = $"{action}|{period}|{edit.Section}|{edit.Version}";
        return audit.AddAsync(
            new AuditEntry(plan, id, edit.At, edit.By, action, $"{period} {edit.Section}", edit.Text),
            cancellationToken
        );
    }
}
