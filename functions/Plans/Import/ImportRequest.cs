using Avance.Functions.Http;

namespace Avance.Functions.Plans.Import;

/// <summary>A request to import a file.</summary>
/// <param name="Content">The file: the whole body.</param>
/// <param name="DryRun">True to learn what would change, and change nothing.</param>
internal sealed record ImportRequest(byte[] Content, bool DryRun)
{
    public static async Task<Result<ImportRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A slip in this word must not import for real.
        var dryRun = false;
        if (request.Query.TryGetValue("dryRun", out var text) && !bool.TryParse(text, out dryRun))
        {
            return Error.Invalid("plan-dry-run", "dryRun");
        }

        return await RequestBytes.ReadAsync(request, ImportLimits.MaxBytes, cancellationToken) is { } content
            ? new ImportRequest(content, dryRun)
            : new Error(
                "plan-file-too-large",
                StatusCodes.Status413PayloadTooLarge,
                null,
                ImportLimits.MaxBytes / 1024 / 1024
            );
    }
}
