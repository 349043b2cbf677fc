using Azure.Data.Tables;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>The rows that change when fingerprints of one claim are added to the index, all or none.</summary>
internal sealed class AddedFingerprintRows
{
    private readonly PlanId plan;
    private readonly IReadOnlyDictionary<string, TableEntity?> read;
    private readonly int maxCharacters;
    private readonly List<TableTransactionAction> actions = [];
    private readonly HashSet<string> sharedKeys = new(StringComparer.Ordinal);
    private readonly List<string> fullKeys = [];

    /// <param name="read">The rows that were read, null for one that is not there; the others are taken not to be there.</param>
    /// <param name="maxCharacters">What the lines of a row may take.</param>
    public AddedFingerprintRows(
        PlanId plan,
        IReadOnlyCollection<DocumentFingerprint> fingerprints,
        IReadOnlyDictionary<string, TableEntity?> read,
        int maxCharacters
    )
    {
        (this.plan, this.read, this.maxCharacters) = (plan, read, maxCharacters);
        var lines = fingerprints.SelectMany(fingerprint =>
            fingerprint.Keys.Select(key => (Key: key, Reference: FingerprintReference.To(fingerprint)))
        );
        foreach (var key in lines.GroupBy(line => line.Key, line => line.Reference, StringComparer.Ordinal))
        {
            AddLines(key.Key, [.. key]);
        }

        foreach (var fingerprint in fingerprints)
        {
            Write(FingerprintRows.Of(plan, fingerprint));
        }
    }

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>The keys that another claim has.</summary>
    public IReadOnlySet<string> SharedKeys => sharedKeys;

    /// <summary>The keys whose row takes no more lines.</summary>
    public IReadOnlyList<string> FullKeys => fullKeys;

    private void AddLines(string key, List<FingerprintReference> references)
    {
        var before = FingerprintRows.ReferencesOf(read.GetValueOrDefault(key));
        var changed = FingerprintRows.OfKey(plan, key, before.Union(references));
        if (changed.GetString("Lines")!.Length > maxCharacters)
        {
            fullKeys.Add(key);
        }
        else
        {
            Write(changed);
        }

        var claim = FingerprintRows.ClaimKey(references[0]);
        var others = before
            .Select(FingerprintRows.ClaimKey)
            .Where(other => other != claim)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (others.Count == 0)
        {
            return;
        }

        sharedKeys.Add(key);
        Share(claim, key);
        if (others is [var first])
        {
            // It was alone until now; of more than one, each has been told.
            Share(first, key);
        }
    }

    private void Share(string claim, string key) =>
        actions.Add(
            new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                FingerprintRows.OfSharedKey(plan, claim, key)
            )
        );

    /// <summary>Adds a row that is not there, and replaces one that is not as it should be.</summary>
    private void Write(TableEntity row)
    {
        if (read.GetValueOrDefault(row.RowKey) is not { } stored)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
        }
        else if (row.Any(column => !stored.TryGetValue(column.Key, out var value) || !Equals(value, column.Value)))
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, stored.ETag));
        }
    }
}
