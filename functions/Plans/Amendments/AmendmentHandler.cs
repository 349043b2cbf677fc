using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;
using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Plans.Amendments;

/// <summary>Amends plans: the same amendment, sent again, gives the same receipt and changes nothing more.</summary>
public sealed partial class AmendmentHandler(
    PlansTable plans,
    GroupSessionHandler sessions,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock,
    ILogger<AmendmentHandler> logger
)
{
    public async Task<Result<AmendmentReceipt>> AmendAsync(
        PlanId id,
        Amendment amendment,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await FindRepeatedAsync(id, amendment, cancellationToken) is { } repeated)
        {
            return repeated;
        }

        if (await plans.FindAsync(id, cancellationToken) is not { } before)
        {
            return Error.NotFound("plan-not-found", id);
        }

        var now = clock.GetUtcNow();
        if (!AmendmentRules.Apply(before.Plan, amendment, calendar, now).Succeeded(out var after, out var error))
        {
            // A parallel request may have applied the same amendment: then it no longer applies, but has a receipt.
            return await FindRepeatedAsync(id, amendment, cancellationToken) ?? error;
        }

        if (amendment.Agreement is { } agreement && !await sessions.HasAgreementAsync(id, agreement, cancellationToken))
        {
            return Error.Invalid("amendment-agreement-unknown", "agreement", agreement.Session, agreement.Number);
        }

        // The previous change may have crashed before its audit entry was written, and this one overwrites its only
        // copy.
        await audit.AddAsync(before.LastChange, cancellationToken);
        var change = new AmendmentReceipt(id, before.Revision + 1, now, caller.Name, amendment).ToAudit();
        if (await plans.AmendAsync(before, after, amendment, change, cancellationToken) is not { } receipt)
        {
            return await FindRepeatedAsync(id, amendment, cancellationToken) ?? PlanErrors.Changed();
        }

        await audit.AddAsync(change, cancellationToken);
        Log.Amended(logger, id, change.Action, receipt.Revision);
        return receipt;
    }

    /// <summary>The amendments of a plan, the first one first.</summary>
    public Task<IReadOnlyList<AmendmentReceipt>> ListAsync(PlanId id, CancellationToken cancellationToken) =>
        plans.AmendmentsAsync(id, cancellationToken);

    /// <summary>
    /// The receipt of the same amendment sent before, or the error if its id was used for another; null if the id is
    /// new.
    /// </summary>
    private async Task<Result<AmendmentReceipt>?> FindRepeatedAsync(
        PlanId id,
        Amendment amendment,
        CancellationToken cancellationToken
    )
    {
        if (await plans.FindAmendmentAsync(id, amendment.Id, cancellationToken) is not { } receipt)
        {
            return null;
        }

        if (receipt.Amendment != amendment)
        {
            return Error.Conflict("amendment-id-reused", calendar.ToLocal(receipt.At)) with { Field = "id" };
        }

        await audit.AddAsync(receipt.ToAudit(), cancellationToken);
        return receipt;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Plan {Plan}: {Kind} made revision {Revision}.")]
        public static partial void Amended(ILogger logger, PlanId plan, string kind, int revision);
    }
}
