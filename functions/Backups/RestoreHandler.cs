using System.Text.Json;
using Avance.Functions.Http;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Backups;

/// <summary>
/// Restores a plan from the file of a back-up into a place where nothing of it is. All of the file is checked before the first
/// row is written, and the plan's own row comes last. What a crash interrupts goes on with the same request.
/// </summary>
/// <param name="lifetime">
/// What stands before the app may end a connection after some minutes: the work goes on until the process stops, and the same
/// request later tells how it ended.
/// </param>
public sealed class RestoreHandler(
    RestoreBlobs blobs,
    PlanRestorer restorer,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    public async Task<Result<RestoreReceipt>> RestoreAsync(
        PlanId plan,
        string id,
        RestoreRequest request,
        Caller caller
    )
    {
        var stopping = lifetime.ApplicationStopping;
        if (!Guid.TryParseExact(id, "D", out var known))
        {
            return Error.Invalid("restore-id", "id");
        }

        var claim = await blobs.FindClaimAsync(plan, stopping);
        if (claim is { Receipt: { } receipt } && claim.Id == known)
        {
            await blobs.DeleteAsync(plan, known, stopping);
            return receipt;
        }

        if (claim is { Receipt: null } && claim.Id != known)
        {
            return Error.Conflict("restore-unfinished", claim.Id);
        }

        if (request.Parts is < 1 or > RestoreBlobs.MaxParts)
        {
            return Error.Invalid("restore-part-number", "parts", RestoreBlobs.MaxParts);
        }

        var missing = await blobs.AssembleAsync(plan, known, request.Parts, stopping);
        return missing.Count > 0 ? Missing(missing) : await RestoreAsync(plan, known, claim, caller, stopping);
    }

    private async Task<Result<RestoreReceipt>> RestoreAsync(
        PlanId plan,
        Guid id,
        RestoreClaim? claim,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        await using var content = await blobs.OpenAsync(plan, id, cancellationToken);
        if (!(await BackupFile.OpenAsync(content, plan, cancellationToken)).Succeeded(out var opened, out var error))
        {
            await blobs.DeleteAsync(plan, id, cancellationToken);
            return error;
        }

        await using var file = opened;
        // With a claim the file was checked before, and a large one takes minutes.
        if (claim is not { Receipt: null })
        {
            if (await file.CheckAsync(cancellationToken) is { } wrong)
            {
                await blobs.DeleteAsync(plan, id, cancellationToken);
                return wrong;
            }

            if (await restorer.FindAnyAsync(plan, cancellationToken) is { } found)
            {
                return Error.Conflict("restore-not-empty", plan, found);
            }

            var before = claim;
            claim = new RestoreClaim(plan, id, clock.GetUtcNow(), null, default);
            if (!await blobs.TryClaimAsync(claim, before, cancellationToken))
            {
                return Error.Conflict("restore-running");
            }
        }

        return await RestoreAsync(file, claim, caller, cancellationToken);
    }

    private async Task<Result<RestoreReceipt>> RestoreAsync(
        BackupFile file,
        RestoreClaim claim,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await blobs.TryLeaseAsync(claim.Plan, cancellationToken) is not { } client)
        {
            return Error.Conflict("restore-running");
        }

        await using var lease = new RestoreLease(client, clock);
        // Another request may have come to the end before this one had the lease.
        if (await blobs.FindClaimAsync(claim.Plan, cancellationToken) is { Receipt: { } receipt })
        {
            return receipt;
        }

        await restorer.RestoreAsync(file, claim, lease, caller, cancellationToken);
        var manifest = file.Manifest;
        receipt = new RestoreReceipt(
            claim.Plan,
            manifest.From,
            claim.At,
            manifest.Rows(),
            manifest.Files(),
            manifest.Bytes()
        );
        await blobs.EndAsync(claim with { Receipt = receipt }, client, cancellationToken);
        await blobs.DeleteAsync(claim.Plan, claim.Id, cancellationToken);
        return receipt;
    }

    private static Error Missing(IReadOnlyList<int> missing) =>
        Error.Conflict("restore-parts-missing") with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["missing"] = JsonSerializer.SerializeToElement(missing, Json.Options),
            },
        };
}
