using System.Security.Cryptography;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Avance.Bench.Evidence;

/// <summary>Puts files into a storage account as an upload leaves them, and sees what becomes of them.</summary>
internal sealed class EvidenceStore(string storage, CancellationToken token)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly EvidenceBlobs blobs = new(new BlobServiceClient(storage));
    private readonly EvidenceTable table = new(new TableServiceClient(storage));
    private readonly ProgressTable progress = new(new TableServiceClient(storage));
    private readonly FindingsTable findings = new(new TableServiceClient(storage));
    private readonly QueueServiceClient queues = new(storage);

    /// <summary>Writes the rows of the files, one claim after the other with so many each: a claim can be sent with them.</summary>
    public async Task<IReadOnlyList<StoredFile>> AnnounceAsync(PlanId plan, IEnumerable<BenchFile> files, int perClaim)
    {
        var placed = files.Select((file, place) => Stored(plan, (place / perClaim) + 1, file, place)).ToList();
        await Turns.ForEachAsync(placed, Seeding.Writers, file => table.TryAddAsync(file.Row, token), token);
        return placed;
    }

    /// <summary>Stores what is in the files, which is what the trigger sees.</summary>
    public Task StoreAsync(IReadOnlyList<StoredFile> files) =>
        Turns.ForEachAsync(files, Seeding.Writers, StoreAsync, token);

    /// <summary>Returns when all files of the claims are read, and the findings are those of what the claims are now.</summary>
    /// <returns>Seconds.</returns>
    /// <exception cref="InvalidOperationException">A file is missing or could not be read, or it took too long.</exception>
    public async Task<double> WaitAsync(
        AppProcess app,
        Plan plan,
        IReadOnlyList<ProgressAddress> claims,
        int count,
        TimeSpan maxWait
    )
    {
        var since = Stopwatch.GetTimestamp();
        // The second question costs the storage more: it is asked when nothing is left to do.
        while (await CountMessagesAsync() > 0 || !await AreDoneAsync(plan, claims))
        {
            if (Stopwatch.GetElapsedTime(since) > maxWait)
            {
                throw app.Failure($"The files were not read and examined within {maxWait}.");
            }

            await Task.Delay(LookEvery, token);
        }

        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var states = (await FilesAsync(claims)).SelectMany(files => files).Select(file => file.State).ToList();
        return states.Count == count && states.TrueForAll(state => state == EvidenceState.Read)
            ? seconds
            : throw app.Failure($"Of {count} files: {string.Join(' ', states)}.");
    }

    private static StoredFile Stored(PlanId plan, int activity, BenchFile file, int place)
    {
        var address = SamplePlan.Claim(plan, activity);
        var row = new StoredEvidence(
            address,
            EvidenceId.Of(address, Guid.Empty, place),
            file.Name,
            file.Content.Length,
            Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            "bench",
            TimeProvider.System.GetUtcNow(),
            EvidenceState.Received
        );
        return new StoredFile(row, file.Content);
    }

    private Task StoreAsync(StoredFile file)
    {
        var row = file.Row;
        return blobs.StoreAsync(row.Address, row.Id, row.Name, row.By, new MemoryStream(file.Content), token);
    }

    private async Task<int> CountMessagesAsync()
    {
        var count = 0;
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: token))
        {
            var properties = await queues.GetQueueClient(queue.Name).GetPropertiesAsync(token);
            var messages = properties.Value.ApproximateMessagesCount;
            if (messages > 0 && queue.Name.EndsWith("-poison", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{queue.Name} has {messages} messages.");
            }

            count += messages;
        }

        return count;
    }

    private async Task<bool> AreDoneAsync(Plan plan, IReadOnlyList<ProgressAddress> claims)
    {
        var period = claims[0].Period;
        var files = await FilesAsync(claims);
        var sent = await progress.SentAsync(plan.Id, period.Year, token).ToListAsync(token);
        var fingerprints = await findings.FingerprintsAsync(plan.Id, period, token);
        var now = TimeProvider.System.GetUtcNow();
        return claims.All(claim =>
            files[claim].All(file => !file.IsPending)
            && ClaimInputs.Of(plan, claim, sent, files[claim], now)!.Fingerprint
                == fingerprints.GetValueOrDefault(claim.Activity)
        );
    }

    private async Task<ILookup<ProgressAddress, StoredEvidence>> FilesAsync(IReadOnlyList<ProgressAddress> claims)
    {
        var files = table.ListAsync(claims[0].Plan, claims[0].Period, token);
        return (await files.ToListAsync(token)).ToLookup(file => file.Address);
    }

    /// <summary>A document that is measured, as it is stored.</summary>
    internal sealed record StoredFile(StoredEvidence Row, byte[] Content);
}
