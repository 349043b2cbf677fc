using System.Globalization;
using Avance.Functions.Http;

namespace Avance.Functions.Backups;

/// <summary>Takes the file of a back-up in parts, each in a request of its own, which may be repeated.</summary>
public sealed class RestoreUpload(RestoreBlobs blobs)
{
    /// <summary>Of a part, in bytes: it is in memory while it is taken.</summary>
    public const int MaxPartBytes = 8 * 1_048_576;

    /// <param name="id">Made by the caller, the same for all parts of a file.</param>
    /// <param name="part">The part's place, from 1.</param>
    public async Task<Result<RestorePart>> TakeAsync(
        PlanId plan,
        string id,
        string part,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParseExact(id, "D", out var known))
        {
            return Error.Invalid("restore-id", "id");
        }

        if (
            !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || place is < 1 or > RestoreBlobs.MaxParts
        )
        {
            return Error.Invalid("restore-part-number", "part", RestoreBlobs.MaxParts);
        }

        var content = await RequestBytes.ReadAsync(request, MaxPartBytes, cancellationToken);
        if (content is null or [])
        {
            return new Error("restore-part-size", StatusCodes.Status413PayloadTooLarge, null, MaxPartBytes / 1_048_576);
        }

        await blobs.StageAsync(plan, known, place, content, cancellationToken);
        return new RestorePart(place, content.Length);
    }
}
