using Avance.Functions.Http;

namespace Avance.Functions.Plans.Import;

/// <summary>A request to import a file.</summary>
/// <param name="Plan">The plan of the address.</param>
/// <param name="Content">The file: the whole body.</param>
/// <param name="DryRun">True to learn what would change, and change nothing.</param>
internal sealed record ImportRequest(PlanId Plan, byte[] Content, bool DryRun)
{
    public static async Task<Result<ImportRequest>> ReadAsync(
        HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    )
    {
        if (!PlanId.TryParse(planId, null, out var plan))
        {
            return Error.NotFound("plan-not-found", planId);
        }

        // A slip in this word must not import for real.
        var dryRun = false;
        if (request.Query.TryGetValue("dryRun", out var text) && !bool.TryParse(text, out dryRun))
        {
            return Error.Invalid("plan-dry-run", "dryRun");
        }

        return await RequestBytes.ReadAsync(request, ImportLimits.MaxBytes, cancellationToken) is { } content
            ? new ImportRequest(plan, content, dryRun)
            : new Error(
                "plan-file-too-large",
                StatusCodes.Status413PayloadTooLarge,
                null,
                ImportLimits.MaxBytes / 1024 / 1024
            );
    }
}
