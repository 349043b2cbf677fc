using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Findings;

/// <summary>Lists findings and takes explanations and decisions.</summary>
public sealed class FindingHandler(PlanCache plans, FindingsTable table, AuditTable audit, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    /// <summary>The findings of a period that are raised now, by activity, the gravest first.</summary>
    /// <param name="activity">Only this activity; null for all that the caller may see.</param>
    public async Task<Result<ValueList<Finding>>> ListAsync(
        PlanId planId,
        Period period,
        ActivityNumber? activity,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var known, out var error))
        {
            return error;
        }

        var plan = known.Plan;
        var visible = plan
            .Activities.Where(item => caller.MayReadProgressOf(plan, item.ResponsibleUnit))
            .Select(item => item.Number)
            .ToHashSet();
        if (activity is { } one && !visible.Contains(one))
        {
            return Error.NotFound("activity-unknown", one, planId);
        }

        var found = activity is { } only
            ? table.ListAsync(new ProgressAddress(planId, period, only), cancellationToken)
            : table.ListAsync(planId, period, cancellationToken);
        return (await found.ToListAsync(cancellationToken))
            .Select(item => item.Finding)
            .Where(finding => finding.IsRaised && visible.Contains(finding.Id.Claim.Activity))
            .OrderBy(finding => finding.Id.Claim.Activity)
            .ThenByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Id.ToString(), StringComparer.Ordinal)
            .ToValueList();
    }

    public Task<Result<Finding>> ExplainAsync(
        PlanId plan,
        Period period,
        string id,
        ExplainRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            id,
            caller,
            (finding, now) => FindingReview.Explain(finding, request.Text, caller, now),
            finding =>
                Entry(plan, finding.Id, "explainFinding", finding.Explanation!.At, caller, finding.Explanation.Text),
            cancellationToken
        );

    public Task<Result<Finding>> ResolveAsync(
        PlanId plan,
        Period period,
        string id,
        ResolveRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            period,
            id,
            caller,
            (finding, now) => FindingReview.Resolve(finding, request, caller, now),
            finding =>
                finding.Resolution is { } resolution
                    ? Entry(
                        plan,
                        finding.Id,
                        resolution.Decision == FindingDecision.Dismiss ? "dismissFinding" : "confirmFinding",
                        resolution.At,
                        caller,
                        resolution.Note
                    )
                    : null,
            cancellationToken,
            now => Entry(plan, FindingId.Parse(id, null), "reopenFinding", now, caller, request.Note.Trim())
        );

    /// <summary>
    /// The audit entry is written last. A repeated request writes it again, with the instant stored in the finding, so
    /// that it is the same entry. Reopening stores no instant: its entry is written first, and none if the finding is
    /// open already.
    /// </summary>
    private async Task<Result<Finding>> ChangeAsync(
        PlanId planId,
        Period period,
        string id,
        Caller caller,
        Func<Finding, DateTimeOffset, Result<Finding>> decide,
        Func<Finding, AuditEntry?> entry,
        CancellationToken cancellationToken,
        Func<DateTimeOffset, AuditEntry>? reopens = null
    )
    {
        var now = clock.GetUtcNow();
        if (!(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        for (var tries = 1; tries <= MaxAttempts; tries++)
        {
            if (
                !FindingId.TryParse(id, null, out var finding)
                || finding.Claim.Period != period
                || plan.FindActivity(finding.Claim.Activity) is not { } activity
                || !caller.MayReadProgressOf(plan, activity.ResponsibleUnit)
                || await table.FindAsync(planId, finding, cancellationToken) is not { Finding.IsRaised: true } stored
            )
            {
                return Error.NotFound("finding-unknown");
            }

            if (!decide(stored.Finding, now).Succeeded(out var changed, out error))
            {
                return error;
            }

            var auditEntry = entry(changed);
            if (auditEntry is null && changed == stored.Finding)
            {
                return changed;
            }

            if (auditEntry is null)
            {
                // Each attempt has the same instant, so it is one entry.
                await audit.AddAsync(reopens!(now), cancellationToken);
            }

            if (
                changed == stored.Finding
                || await table.TryReplaceAsync(planId, stored with { Finding = changed }, cancellationToken)
            )
            {
                if (auditEntry is not null)
                {
                    await audit.AddAsync(auditEntry, cancellationToken);
                }

                return changed;
            }
        }

        return Error.Conflict("finding-busy");
    }

    private static AuditEntry Entry(
        PlanId plan,
        FindingId finding,
        string action,
        DateTimeOffset at,
        Caller caller,
        string reason
    ) => new(plan, $"{action}|{finding}", at, caller.Name, action, finding.ToString(), reason);
}
