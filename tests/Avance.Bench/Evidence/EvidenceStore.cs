using System.Security.Cryptography;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Avance.Bench.Evidence;

/// <summary>Puts files into a storage account as an upload leaves them, and sees what becomes of them.</summary>
internal sealed class EvidenceStore(string storage)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly EvidenceBlobs blobs = new(new BlobServiceClient(storage));
    private readonly EvidenceTable table = new(new TableServiceClient(storage));
    private readonly ProgressTable progress = new(new TableServiceClient(storage));
    private readonly FindingsTable findings = new(new TableServiceClient(storage));
    private readonly QueueServiceClient queues = new(storage);

    /// <summary>Writes the rows of the files, one claim after the other with so many each: a claim can be sent with them.</summary>
    public async Task<IReadOnlyList<StoredFile>> AnnounceAsync(
        PlanId plan,
        IReadOnlyList<BenchFile> files,
        int perClaim,
        CancellationToken cancellationToken
    )
    {
        var placed = files.Select((file, place) => Stored(plan, (place / perClaim) + 1, file, place)).ToList();
        await ForEachAsync(placed, (file, token) => table.TryAddAsync(file.Row, token), cancellationToken);
        return placed;
    }

    /// <summary>Stores what is in the files, which is what the trigger sees.</summary>
    public Task StoreAsync(IReadOnlyList<StoredFile> files, CancellationToken cancellationToken) =>
        ForEachAsync(
            files,
            (file, token) =>
                blobs.StoreAsync(
                    file.Row.Address,
                    file.Row.Id,
                    file.Row.Name,
                    file.Row.By,
                    new MemoryStream(file.Content),
                    token
                ),
            cancellationToken
        );

    /// <summary>Returns when all files of the claims are read, and the findings are those of what the claims are now.</summary>
    /// <exception cref="TimeoutException">Nothing came of them for <paramref name="patience"/>.</exception>
    public async Task WaitAsync(
        Plan plan,
        IReadOnlyList<ProgressAddress> claims,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var over = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            // The second question costs the storage more: it is asked when nothing is left to do.
            while (await CountMessagesAsync(either.Token) > 0 || !await AreDoneAsync(plan, claims, either.Token))
            {
                await Task.Delay(LookEvery, either.Token);
            }
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The files were not read and examined within {patience}.", error);
        }
    }

    /// <summary>The states of the files of the claims.</summary>
    public async Task<IReadOnlyList<EvidenceState>> StatesAsync(
        IReadOnlyList<ProgressAddress> claims,
        CancellationToken cancellationToken
    ) => [.. (await FilesAsync(claims, cancellationToken)).SelectMany(files => files).Select(file => file.State)];

    private static StoredFile Stored(PlanId plan, int activity, BenchFile file, int place)
    {
        var address = new ProgressAddress(plan, SamplePlan.Periods[1], new ActivityNumber(activity));
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

    private static Task ForEachAsync(
        IEnumerable<StoredFile> files,
        Func<StoredFile, CancellationToken, Task> store,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (file, token) => await store(file, token)
        );

    private async Task<int> CountMessagesAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            var properties = await queues.GetQueueClient(queue.Name).GetPropertiesAsync(cancellationToken);
            var messages = properties.Value.ApproximateMessagesCount;
            if (messages > 0 && queue.Name.EndsWith("-poison", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{queue.Name} has {messages} messages.");
            }

            count += messages;
        }

        return count;
    }

    private async Task<bool> AreDoneAsync(
        Plan plan,
        IReadOnlyList<ProgressAddress> claims,
        CancellationToken cancellationToken
    )
    {
        var period = claims[0].Period;
        var files = await FilesAsync(claims, cancellationToken);
        var sent = await progress.SentAsync(plan.Id, period.Year, cancellationToken).ToListAsync(cancellationToken);
        var stamps = await findings.StampsAsync(plan.Id, period, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        return claims.All(claim =>
            files[claim].All(file => !file.IsPending)
            && ClaimInputs.Of(plan, claim, sent, files[claim], now)!.Stamp == stamps.GetValueOrDefault(claim.Activity)
        );
    }

    private async Task<ILookup<ProgressAddress, StoredEvidence>> FilesAsync(
        IReadOnlyList<ProgressAddress> claims,
        CancellationToken cancellationToken
    )
    {
        var files = table.ListAsync(claims[0].Plan, claims[0].Period, cancellationToken);
        return (await files.ToListAsync(cancellationToken)).ToLookup(file => file.Address);
    }
}
