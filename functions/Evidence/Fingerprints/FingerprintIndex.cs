using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>
/// The table <c>proofs</c>, by which a new document is compared with all earlier ones of its plan without reading them:
/// partition plan id, a row <c>proof|…</c> for each fingerprint, and for each of <see cref="FingerprintKeys"/> a row with a
/// line for each fingerprint that has it. A document that shares no key is written in one request, and says of its claim
/// that nothing is to be looked up; a key that two claims share is told to both. Adding or removing twice changes nothing.
/// </summary>
public sealed partial class FingerprintIndex(TableServiceClient service, ILogger<FingerprintIndex> logger)
{
    public const string Name = "proofs";

    // A fingerprint has up to 13 rows, and 37 if all its keys are shared; a transaction takes 100.
    private const int BatchSize = 7;
    private const int SharingBatchSize = 2;
    private const int MaxConcurrentReads = 8;

    // A property takes 32,768 characters.
    private const int MaxCharacters = 32_000;

    // Of several concurrent writers of a row one succeeds: so many units may cite the same document in the last minute.
    private const int MaxTries = 50;

    private readonly LazyTable table = new(service, Name);

    /// <summary>What the index has of a claim: one request.</summary>
    public async Task<IndexedClaim> ReadAsync(ProgressAddress claim, CancellationToken cancellationToken)
    {
        var key = FingerprintRows.ClaimKey(claim.Period, claim.Activity);
        var rows = await table
            .ListByPrefixAsync(claim.Plan.ToString(), key, cancellationToken)
            .ToListAsync(cancellationToken);
        return new IndexedClaim(
            [.. rows.Where(row => FingerprintRows.SharedKeyOf(row) is null).Select(FingerprintRows.ToFingerprint)],
            rows.Select(FingerprintRows.SharedKeyOf).OfType<string>().ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Replaces the fingerprints of a file, or of what a claim cites.</summary>
    /// <param name="now">Its present fingerprints.</param>
    /// <param name="before">Fingerprints that it may have had: those that are not in <paramref name="now"/> are removed, after the new ones were added.</param>
    /// <returns>Keys of the present ones that another claim has, too.</returns>
    public async Task<IReadOnlySet<string>> ReplaceAsync(
        PlanId plan,
        IReadOnlyCollection<DocumentFingerprint> now,
        IReadOnlyCollection<DocumentFingerprint> before,
        CancellationToken cancellationToken
    )
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fingerprints in now.Chunk(BatchSize))
        {
            shared.UnionWith(await AddAsync(plan, fingerprints, cancellationToken));
        }

        var current = Lines(now).ToHashSet();
        var references = now.Select(FingerprintReference.To).ToHashSet();
        foreach (var fingerprints in before.Chunk(BatchSize))
        {
            await RemoveAsync(
                plan,
                Lines(fingerprints)
                    .Where(line => !current.Contains(line))
                    .ToLookup(line => line.Key, line => line.Reference, StringComparer.Ordinal),
                fingerprints.Select(FingerprintReference.To).Where(reference => !references.Contains(reference)),
                cancellationToken
            );
        }

        return shared;
    }

    /// <summary>The fingerprints of other claims of the plan that have any of the keys, each once, in no certain order.</summary>
    /// <param name="most">At most so many for each key: content that more documents share is a blank form.</param>
    public async Task<IReadOnlyList<DocumentFingerprint>> FindAsync(
        ProgressAddress claim,
        IEnumerable<string> keys,
        int most,
        CancellationToken cancellationToken
    )
    {
        var rows = await ReadAllAsync(claim.Plan, keys.Distinct(StringComparer.Ordinal), cancellationToken);
        var references = rows
            .Values.SelectMany(row =>
                FingerprintRows
                    .ReferencesOf(row)
                    .Where(reference => (reference.Period, reference.Activity) != (claim.Period, claim.Activity))
                    .Take(most)
            )
            .Distinct();
        var found = await ReadAllAsync(claim.Plan, references.Select(FingerprintRows.RowKey), cancellationToken);
        return [.. found.Values.OfType<TableEntity>().Select(FingerprintRows.ToFingerprint)];
    }

    /// <summary>
    /// Adds fingerprints of one claim. The first transaction takes all rows to be new. If one of them is there, that row is
    /// read and the transaction repeated; if a second one is there, all rows are read.
    /// </summary>
    /// <returns>The keys that another claim has.</returns>
    private async Task<IReadOnlySet<string>> AddAsync(
        PlanId plan,
        DocumentFingerprint[] fingerprints,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var read = new Dictionary<string, TableEntity?>(StringComparer.Ordinal);
        for (var tries = 1; ; tries++)
        {
            var addition = new AddedFingerprintRows(plan, fingerprints, read, MaxCharacters);
            try
            {
                if (addition.Actions.Count > 0)
                {
                    await client.SubmitTransactionAsync(addition.Actions, cancellationToken);
                }

                foreach (var key in addition.FullKeys)
                {
                    Log.Full(logger, plan, key);
                }

                return addition.SharedKeys;
            }
            catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412 && tries < MaxTries)
            {
                if (fingerprints.Length > SharingBatchSize)
                {
                    return await AddInPartsAsync(plan, fingerprints, cancellationToken);
                }

                var conflict = tries == 1 ? error.FailedTransactionActionIndex : null;
                var rowKeys = conflict is { } index
                    ? [addition.Actions[index].Entity.RowKey]
                    : Lines(fingerprints)
                        .Select(line => line.Key)
                        .Concat(fingerprints.Select(FingerprintReference.To).Select(FingerprintRows.RowKey))
                        .Distinct(StringComparer.Ordinal);
                foreach (var (rowKey, row) in await ReadAllAsync(plan, rowKeys, cancellationToken))
                {
                    read[rowKey] = row;
                }
            }
        }
    }

    private async Task<IReadOnlySet<string>> AddInPartsAsync(
        PlanId plan,
        DocumentFingerprint[] fingerprints,
        CancellationToken cancellationToken
    )
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in fingerprints.Chunk(SharingBatchSize))
        {
            shared.UnionWith(await AddAsync(plan, part, cancellationToken));
        }

        return shared;
    }

    private async Task RemoveAsync(
        PlanId plan,
        ILookup<string, FingerprintReference> lines,
        IEnumerable<FingerprintReference> gone,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        for (var tries = 1; lines.Count > 0; tries++)
        {
            var rows = await ReadAllAsync(plan, lines.Select(line => line.Key), cancellationToken);
            var actions = lines.Select(line => Removal(plan, line, rows[line.Key])).OfType<TableTransactionAction>();
            try
            {
                if (actions.Any())
                {
                    await client.SubmitTransactionAsync(actions, cancellationToken);
                }

                break;
            }
            catch (TableTransactionFailedException error) when (error.Status is 404 or 412 && tries < MaxTries)
            {
                // Another writer changed one of the rows: read them again.
            }
        }

        // No line refers to them any more.
        foreach (var reference in gone)
        {
            await client.DeleteEntityAsync(
                plan.ToString(),
                FingerprintRows.RowKey(reference),
                ETag.All,
                cancellationToken
            );
        }
    }

    /// <summary>The change of a key's row; null if the row needs none.</summary>
    private static TableTransactionAction? Removal(
        PlanId plan,
        IGrouping<string, FingerprintReference> lines,
        TableEntity? row
    )
    {
        var before = FingerprintRows.ReferencesOf(row);
        var after = before.Except(lines).ToList();
        return after.Count == before.Length ? null
            : after.Count == 0 ? new TableTransactionAction(TableTransactionActionType.Delete, row, row!.ETag)
            : new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                FingerprintRows.OfKey(plan, lines.Key, after),
                row!.ETag
            );
    }

    /// <summary>The rows with these keys; null for one that is not there.</summary>
    private async Task<Dictionary<string, TableEntity?>> ReadAllAsync(
        PlanId plan,
        IEnumerable<string> rowKeys,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, TableEntity?>(StringComparer.Ordinal);
        foreach (var some in rowKeys.Chunk(MaxConcurrentReads))
        {
            var rows = await Task.WhenAll(
                some.Select(rowKey => table.FindAsync(plan.ToString(), rowKey, cancellationToken))
            );
            foreach (var (rowKey, row) in some.Zip(rows))
            {
                found[rowKey] = row;
            }
        }

        return found;
    }

    private static IEnumerable<(string Key, FingerprintReference Reference)> Lines(
        IEnumerable<DocumentFingerprint> fingerprints
    ) =>
        fingerprints.SelectMany(fingerprint =>
            fingerprint.Keys.Select(key => (key, FingerprintReference.To(fingerprint)))
        );

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "{Plan}: index row {Row} is full: what it stands for is shared by hundreds."
        )]
        public static partial void Full(ILogger logger, PlanId plan, string row);
    }
}
