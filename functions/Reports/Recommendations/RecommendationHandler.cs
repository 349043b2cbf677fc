using Avance.Functions.Http;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>
/// Lists the recommendations of a period, and takes edits, additions and their order. The audit is written last; a
/// repeated request writes it again, with the instant that is stored, so that it is the same entry.
/// </summary>
public sealed class RecommendationHandler(
    RecommendationReader reader,
    RecommendationsTable table,
    AuditTable audit,
    TimeProvider clock
)
{
    private const int MaxAttempts = 5;

    public Task<Result<PeriodRecommendations>> ListAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    ) => reader.FindAsync(plan, period, cancellationToken);

    public Task<Result<ChangedRecommendation>> SaveAsync(
        PlanId plan,
        Period period,
        RecommendationId id,
        int seen,
        RecommendationRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            id,
            (all, current) =>
                RecommendationChanges.Save(
                    all.Plan,
                    id,
                    all.FindDraft(id),
                    current,
                    seen,
                    request,
                    caller,
                    clock.GetUtcNow()
                ),
            cancellationToken
        );

    public Task<Result<ChangedRecommendation>> WithdrawAsync(
        PlanId plan,
        Period period,
        RecommendationId id,
        int seen,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            id,
            (_, current) => RecommendationChanges.Withdraw(id, current, seen, caller, clock.GetUtcNow()),
            cancellationToken
        );

    public async Task<Result<RecommendationOrder>> OrderAsync(
        PlanId plan,
        Period period,
        int seen,
        OrderRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (!(await ListAsync(plan, period, cancellationToken)).Succeeded(out var all, out var error))
            {
                return error;
            }

            if (
                !RecommendationChanges
                    .Order(all, seen, request, caller, clock.GetUtcNow())
                    .Succeeded(out var next, out error)
            )
            {
                return error;
            }

            if (next == all.Order || await table.TryWriteAsync(plan, period, next, cancellationToken))
            {
                await AuditAsync(
                    plan,
                    "orderRecommendations",
                    $"{period}",
                    "",
                    next.Version,
                    next.By,
                    next.At,
                    cancellationToken
                );
                return next;
            }
        }

        return Error.Conflict("edit-busy");
    }

    private async Task<Result<ChangedRecommendation>> ChangeAsync(
        PlanId plan,
        Period period,
        RecommendationId id,
        Func<PeriodRecommendations, RecommendationEdit?, Result<RecommendationEdit>> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (!(await ListAsync(plan, period, cancellationToken)).Succeeded(out var all, out var error))
            {
                return error;
            }

            var current = all.FindEdit(id);
            if (!decide(all, current?.Edit).Succeeded(out var next, out error))
            {
                return error;
            }

            // Another has written since: the next attempt says so, or finds that it was this same request.
            if (
                next == current?.Edit
                || await table.TryWriteAsync(plan, period, next, current?.ETag, cancellationToken)
            )
            {
                await AuditAsync(
                    plan,
                    ActionOf(next),
                    $"{period} {id}",
                    next.Text,
                    next.Version,
                    next.By,
                    next.At,
                    cancellationToken
                );
                var changed = all.With(new StoredRecommendation(next, default)).Merge();
                return new ChangedRecommendation(next.Version, changed.FirstOrDefault(one => one.Id == id));
            }
        }

        return Error.Conflict("edit-busy");
    }

    private static string ActionOf(RecommendationEdit edit) =>
        edit switch
        {
            { IsWithdrawn: true, Drafted: null } => "removeRecommendation",
            { IsWithdrawn: true } => "restoreRecommendation",
            { IsDropped: true } => "dropRecommendation",
            { Drafted: null } => "addRecommendation",
            _ => "editRecommendation",
        };

    private Task AuditAsync(
        PlanId plan,
        string action,
        string subject,
        string text,
        int version,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(plan, $"{action}|{subject.Replace(' ', '|')}|{version}", at, by, action, subject, text),
            cancellationToken
        );
}
