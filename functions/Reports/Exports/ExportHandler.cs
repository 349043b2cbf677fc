using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.Exports;

/// <summary>Takes requests for exports, and answers how they stand.</summary>
public sealed class ExportHandler(
    PlanCache plans,
    ExportTable exports,
    ExportBlobs blobs,
    ExportQueue queue,
    AuditTable audit,
    TimeProvider clock
)
{
    public async Task<Result<Export>> RequestAsync(
        PlanId planId,
        Period period,
        ExportRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var now = clock.GetUtcNow();
        if (!found.Plan.ReportedPeriods.Contains(found.Period) || found.Period.StateAt(now) == PeriodState.NotOpen)
        {
            return Error.Conflict("report-not-open", period);
        }

        var export = new Export(planId, period, Guid.NewGuid(), request.Format, request.Scope, caller.Name, now);
        await audit.AddAsync(
            new AuditEntry(
                planId,
                $"exportReport|{export.Id}",
                now,
                caller.Name,
                "exportReport",
                $"{period} {request.Format} {request.Scope}"
            ),
            cancellationToken
        );
        // The message first: if the process ends now, the run of the message writes the row.
        await queue.EnqueueAsync(export, cancellationToken);
        await exports.TryAddAsync(export, cancellationToken);
        return export;
    }

    public async Task<Result<Export>> FindAsync(
        PlanId plan,
        Period period,
        string id,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParseExact(id, "D", out var known)
        && await exports.FindAsync(plan, period, known, cancellationToken) is ({ } export, _)
            ? export
            : Error.NotFound("export-unknown", period);

    /// <summary>The file of an export that is done, which the caller disposes of.</summary>
    public async Task<Result<(Export Export, Stream Content)>> OpenAsync(
        PlanId plan,
        Period period,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (!(await FindAsync(plan, period, id, cancellationToken)).Succeeded(out var export, out var error))
        {
            return error;
        }

        if (export.State != ExportState.Done)
        {
            return Error.Conflict("export-not-ready", export.Progress);
        }

        return await blobs.OpenAsync(export.Blob, cancellationToken) is { } content
            ? (export, content)
            : Error.NotFound("export-unknown", period);
    }
}
