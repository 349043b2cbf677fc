using System.Text.Json;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>The rows of <see cref="FingerprintIndex"/>. Pure.</summary>
internal static class FingerprintRows
{
    // In place of a file's id.
    private const string Shared = "shared";

    /// <summary>What all rows of a claim begin with: <c>proof|2023-II|034</c>.</summary>
    public static string ClaimKey(Period period, ActivityNumber activity) => $"proof|{period}|{activity.Key}";

    public static string ClaimKey(FingerprintReference reference) => ClaimKey(reference.Period, reference.Activity);

    public static string RowKey(FingerprintReference reference) => $"proof|{reference}";

    public static FingerprintReference[] ReferencesOf(TableEntity? keyRow) =>
        keyRow is null
            ? []
            // Earlier code put a mark before each line, which may be empty.
            :
            [
                .. keyRow
                    .GetString("Lines")!
                    .Split('\n')
                    .Select(line => FingerprintReference.Parse(line.TrimStart('|'))),
            ];

    public static TableEntity OfKey(PlanId plan, string key, IEnumerable<FingerprintReference> references) =>
        new($"{plan}", key) { ["Lines"] = string.Join('\n', references) };

    /// <summary>Says that a key of a claim's documents is also one of another claim's.</summary>
    public static TableEntity OfSharedKey(PlanId plan, string claimKey, string key) =>
        new($"{plan}", $"{claimKey}|{Shared}|{key}") { ["Key"] = key };

    /// <summary>The key that a claim shares, if that is what the row says.</summary>
    public static string? SharedKeyOf(TableEntity row) =>
        row.RowKey.Split('|')[3] == Shared ? row.GetString("Key") : null;

    public static TableEntity Of(PlanId plan, DocumentFingerprint fingerprint) =>
        new($"{plan}", RowKey(FingerprintReference.To(fingerprint)))
        {
            ["Path"] = JsonSerializer.Serialize(fingerprint.Path, StoredJson.Options),
            ["Name"] = fingerprint.Name,
            ["Number"] = JsonSerializer.Serialize(fingerprint.Number, StoredJson.Options),
            ["Sketch"] = fingerprint.Sketch,
            ["Sha256"] = fingerprint.Sha256,
        };

    public static DocumentFingerprint ToFingerprint(TableEntity row)
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
}
