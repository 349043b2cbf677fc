using System.Text.Json;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>
/// The table <c>proofs</c>, by which a new document is compared with all earlier ones of its plan without reading them:
/// partition plan id, a row <c>proof|…</c> for each fingerprint, and for each key of <see cref="FingerprintKeys"/> a row with a
/// line for each fingerprint that has it. Every look-up is a point read. Adding or removing twice changes nothing.
/// </summary>
public sealed partial class FingerprintIndex(TableServiceClient service, ILogger<FingerprintIndex> logger)
{
    public const string Name = "proofs";

    // A fingerprint has up to 13 rows, and a transaction takes 100.
    private const int BatchSize = 7;
    private const int MaxConcurrentReads = 8;

    // A property takes 32,768 characters.
    private const int MaxCharacters = 32_000;

    // Of several concurrent writers of a row one succeeds: so many units may cite the same document in the last minute.
    private const int MaxTries = 50;

    private readonly LazyTable table = new(service, Name);

    /// <summary>Replaces the fingerprints of a file or a claim.</summary>
    /// <param name="now">Its present fingerprints.</param>
    /// <param name="before">Fingerprints that it may have had: those that are not in <paramref name="now"/> are removed, after the new ones were added.</param>
    public async Task ReplaceAsync(
        PlanId plan,
        IReadOnlyCollection<DocumentFingerprint> now,
        IReadOnlyCollection<DocumentFingerprint> before,
        CancellationToken cancellationToken
    )
    {
        foreach (var fingerprints in now.Chunk(BatchSize))
        {
            await WriteAsync(plan, fingerprints, Lines(fingerprints).ToList(), adds: true, cancellationToken);
        }

        var current = Lines(now).ToHashSet();
        var references = now.Select(FingerprintReference.To).ToHashSet();
        foreach (var fingerprints in before.Chunk(BatchSize))
        {
            var stale = Lines(fingerprints).Where(line => !current.Contains(line)).ToList();
            var removed = fingerprints
                .Where(fingerprint => !references.Contains(FingerprintReference.To(fingerprint)))
                .ToList();
            await WriteAsync(plan, removed, stale, adds: false, cancellationToken);
        }
    }

    /// <summary>The fingerprints of the plan that have any of the keys, each once, in no certain order.</summary>
    /// <param name="most">At most so many for each key: content that more documents share is a blank form.</param>
    public async Task<IReadOnlyList<DocumentFingerprint>> FindAsync(
        PlanId plan,
        IEnumerable<FingerprintKey> keys,
        int most,
        CancellationToken cancellationToken
    )
    {
        var wanted = keys.Distinct().ToLookup(key => key.Row, key => key.Mark, StringComparer.Ordinal);
        var rows = await ReadAllAsync(plan, wanted.Select(row => row.Key), cancellationToken);
        var references = wanted
            .Where(row => rows.ContainsKey(row.Key))
            .SelectMany(row =>
                row.SelectMany(mark =>
                    LinesOf(rows[row.Key])
                        .Where(line => line.StartsWith($"{mark}|", StringComparison.Ordinal))
                        .Take(most)
                        .Select(line => line[(mark.Length + 1)..])
                )
            )
            .Distinct(StringComparer.Ordinal);
        var found = await ReadAllAsync(plan, references.Select(RowKey), cancellationToken);
        return [.. found.Values.Select(ToFingerprint)];
    }

    private async Task WriteAsync(
        PlanId plan,
        IReadOnlyCollection<DocumentFingerprint> fingerprints,
        List<(string Row, string Text)> lines,
        bool adds,
        CancellationToken cancellationToken
    )
    {
        if (fingerprints.Count == 0 && lines.Count == 0)
        {
            return;
        }

        var client = await table.GetAsync(cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var rows = await ReadAllAsync(
                plan,
                lines.Select(line => line.Row).Distinct(StringComparer.Ordinal),
                cancellationToken
            );
            var actions = lines
                .GroupBy(line => line.Row, line => line.Text, StringComparer.Ordinal)
                .Select(row => Change(plan, row.Key, rows.GetValueOrDefault(row.Key), row, adds))
                .OfType<TableTransactionAction>()
                .Concat(
                    fingerprints
                        .Where(_ => adds)
                        .Select(fingerprint => new TableTransactionAction(
                            TableTransactionActionType.UpsertReplace,
                            ToRow(plan, fingerprint)
                        ))
                )
                .ToList();
            try
            {
                if (actions.Count > 0)
                {
                    await client.SubmitTransactionAsync(actions, cancellationToken);
                }

                break;
            }
            catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412 && tries < MaxTries)
            {
                // Another writer changed one of the rows: read them again.
            }
        }

        if (!adds)
        {
            // No line refers to them any more.
            foreach (var fingerprint in fingerprints)
            {
                await client.DeleteEntityAsync(
                    plan.ToString(),
                    RowKey(FingerprintReference.To(fingerprint).ToString()),
                    ETag.All,
                    cancellationToken
                );
            }
        }
    }

    /// <summary>The change of a row; null if the row needs none.</summary>
    private TableTransactionAction? Change(
        PlanId plan,
        string rowKey,
        TableEntity? row,
        IEnumerable<string> lines,
        bool adds
    )
    {
        var before = row is null ? [] : LinesOf(row).ToList();
        List<string> after = adds
            ? [.. before.Union(lines, StringComparer.Ordinal)]
            : [.. before.Except(lines, StringComparer.Ordinal)];
        if (after.Count == before.Count)
        {
            return null;
        }

        var changed = ToRow(plan, rowKey, after);
        if (changed.GetString("Lines")!.Length > MaxCharacters)
        {
            Log.Full(logger, plan, rowKey);
            return null;
        }

        return row is null ? new TableTransactionAction(TableTransactionActionType.Add, changed)
            : after.Count == 0 ? new TableTransactionAction(TableTransactionActionType.Delete, changed, row.ETag)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, changed, row.ETag);
    }

    private async Task<Dictionary<string, TableEntity>> ReadAllAsync(
        PlanId plan,
        IEnumerable<string> rowKeys,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var some in rowKeys.Chunk(MaxConcurrentReads))
        {
            var reads = some.Select(rowKey => table.FindAsync(plan.ToString(), rowKey, cancellationToken));
            foreach (var row in (await Task.WhenAll(reads)).OfType<TableEntity>())
            {
                found[row.RowKey] = row;
            }
        }

        return found;
    }

    private static IEnumerable<(string Row, string Text)> Lines(IEnumerable<DocumentFingerprint> fingerprints) =>
        fingerprints.SelectMany(fingerprint =>
            fingerprint.Keys.Select(key => (key.Row, $"{key.Mark}|{FingerprintReference.To(fingerprint)}"))
        );

    private static string[] LinesOf(TableEntity row) => row.GetString("Lines")!.Split('\n');

    private static string RowKey(string reference) => $"proof|{reference}";

    private static TableEntity ToRow(PlanId plan, string rowKey, IEnumerable<string> lines) =>
        new(plan.ToString(), rowKey) { ["Lines"] = string.Join('\n', lines) };

    private static TableEntity ToRow(PlanId plan, DocumentFingerprint fingerprint) =>
        new(plan.ToString(), RowKey(FingerprintReference.To(fingerprint).ToString()))
        {
            ["Path"] = JsonSerializer.Serialize(fingerprint.Path, StoredJson.Options),
            ["Name"] = fingerprint.Name,
            ["Number"] = JsonSerializer.Serialize(fingerprint.Number, StoredJson.Options),
            ["Sketch"] = fingerprint.Sketch,
            ["Sha256"] = fingerprint.Sha256,
        };

    private static DocumentFingerprint ToFingerprint(TableEntity row)
    {
        var reference = FingerprintReference.Parse(
            row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..]
        );
        return new DocumentFingerprint(
            reference.Period,
            reference.Activity,
            reference.File,
            reference.Place,
            JsonSerializer.Deserialize<ValueList<string>>(row.GetString("Path")!, StoredJson.Options)!,
            row.GetString("Name")!,
            JsonSerializer.Deserialize<DocumentReference?>(row.GetString("Number")!, StoredJson.Options),
            row.GetString("Sketch")!
        )
        {
            Sha256 = row.GetString("Sha256")!,
        };
    }

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
