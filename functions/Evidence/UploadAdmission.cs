using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>Checks whether files may be uploaded for an activity now, before any of them is read.</summary>
public sealed class UploadAdmission(
    ReportedActivityReader activities,
    ISubmissionLocks submissions,
    EvidenceTable table,
    TimeProvider clock
)
{
    /// <returns>The upload's id.</returns>
    public async Task<Result<Guid>> AdmitAsync(
        ProgressAddress address,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var caller = request.GetCaller();
        if (
            !(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var reported, out var error)
        )
        {
            return error;
        }

        if (PeriodRules.CheckOpen(reported.Period, clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        // A file that arrives after the submission would be in no manifest.
        if (await submissions.FindAsync(address, reported, cancellationToken) is { } locked)
        {
            return locked.Error;
        }

        return Guid.TryParse(request.Headers[EvidenceUpload.UploadIdHeader], out var uploadId) && uploadId != Guid.Empty
            ? uploadId
            : Error.Invalid("upload-id-missing", EvidenceUpload.UploadIdHeader);
    }

    /// <summary>The ids of the activity's files, without withdrawn ones.</summary>
    public async Task<ISet<EvidenceId>> ListFileIdsAsync(
        ProgressAddress address,
        CancellationToken cancellationToken
    ) =>
        await table
            .ListAsync(address, cancellationToken)
            .Where(file => file.State != EvidenceState.Withdrawn)
            .Select(file => file.Id)
            .ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>Adds a file to those of the activity; a repeated id counts once.</summary>
    /// <returns>Null if the activity may have the file.</returns>
    public static Error? Add(ISet<EvidenceId> existing, EvidenceId id) =>
        existing.Add(id) && existing.Count > EvidenceLimits.MaxFilesPerActivity
            ? Error.Conflict("evidence-too-many-files", EvidenceLimits.MaxFilesPerActivity)
            : null;
}
