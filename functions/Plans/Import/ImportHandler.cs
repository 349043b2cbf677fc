using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Http;
using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Plans.Import;

/// <summary>Imports a plan file. Importing the same file again changes nothing.</summary>
public sealed partial class ImportHandler(
    PlansTable plans,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock,
    ILogger<ImportHandler> logger
)
{
    /// <param name="id">The plan, which need not exist yet.</param>
    /// <param name="dryRun">True to learn what would change, and change nothing.</param>
    /// <param name="caller">Who imports it, for the audit.</param>
    /// <param name="cancellationToken">Stops between two writes; importing again goes on from there.</param>
    public async Task<Result<ImportReceipt>> ImportAsync(
        PlanId id,
        byte[] content,
        bool dryRun,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!PlanFile.Read(content).Succeeded(out var file, out var error))
        {
            return error;
        }

        var before = await plans.FindAsync(id, cancellationToken);
        var reading = PlanParser.Parse(id, file, before?.Plan, calendar);
        if (reading.Draft is not { } draft)
        {
            return PlanErrors.Invalid(reading.Problems);
        }

        var merged = PlanMerge.Merge(before?.Plan, draft, calendar);
        if (merged.Problems.Count > 0)
        {
            return PlanErrors.Invalid(merged.Problems);
        }

        if (PlanSerializer.Serialize(merged.Plan).Length > PlanSerializer.MaxImported)
        {
            return new Error("plan-too-large", StatusCodes.Status413PayloadTooLarge);
        }

        return dryRun
            ? new ImportReceipt(id, true, before?.Revision ?? 0, 0, merged.Changes)
            : await WriteAsync(before, draft, merged, content, caller, cancellationToken);
    }

    private async Task<Result<ImportReceipt>> WriteAsync(
        StoredPlan? before,
        Plan draft,
        MergedPlan merged,
        byte[] content,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // Nothing changed: at most an import is completed that was interrupted after it wrote the plan.
        var isRetry = before?.Plan == merged.Plan;
        if (before is not null)
        {
            // The previous change may have crashed before its audit entry was written, and this one overwrites its only
            // copy.
            await audit.AddAsync(before.LastChange, cancellationToken);
        }

        var change = isRetry ? before!.LastChange : Describe(draft, merged, content, caller);
        var rows = await plans.ImportAsync(before, merged.Plan, change, cancellationToken);
        if (rows is not { } written)
        {
            return PlanErrors.Changed();
        }

        if (written > 0)
        {
            await audit.AddAsync(change, cancellationToken);
            Log.Imported(logger, merged.Plan.Id, written);
        }

        var revision = (before?.Revision ?? 0) + (isRetry ? 0 : 1);
        return new ImportReceipt(merged.Plan.Id, false, revision, written, merged.Changes);
    }

    private AuditEntry Describe(Plan draft, MergedPlan merged, byte[] content, Caller caller)
    {
        // Of the parsed plan: saving the file again changes its bytes but not the plan.
        var digest = Digest(Encoding.UTF8.GetBytes(PlanRows.ToJson(draft)));
        var changes = merged.Changes;
        var details = PlanRows.ToJson(
            new
            {
                sha256 = Digest(content),
                added = changes.Added.Count,
                changed = changes.Changed.Count,
                unchanged = changes.Unchanged,
                keptByAmendment = changes.KeptByAmendment.Count,
                notInFile = changes.NotInFile.Count,
            }
        );
        return new AuditEntry(
            merged.Plan.Id,
            $"import-{digest[..16]}",
            clock.GetUtcNow(),
            caller.Name,
            "import",
            Details: details
        );
    }

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Plan {Plan} imported, {Rows} rows written.")]
        public static partial void Imported(ILogger logger, PlanId plan, int rows);
    }
}
