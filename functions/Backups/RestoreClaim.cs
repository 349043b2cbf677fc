using System.Globalization;
using Azure;

namespace Avance.Functions.Backups;

/// <summary>Which file a plan is restored from: half of one and half of another would be no plan.</summary>
/// <param name="Id">The restoration's.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Receipt">What was restored; null until all of it is.</param>
/// <param name="ETag">As it was read.</param>
public sealed record RestoreClaim(PlanId Plan, Guid Id, DateTimeOffset At, RestoreReceipt? Receipt, ETag ETag)
{
    private const string IdName = "id";
    private const string AtName = "at";
    private const string BackedUpAt = "backedupat";
    private const string Rows = "rows";
    private const string Files = "files";
    private const string Bytes = "bytes";

    /// <summary>As the blob's metadata has it.</summary>
    public IDictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IdName] = Id.ToString("D"),
            [AtName] = Text(At),
        };
        if (Receipt is { } receipt)
        {
            metadata[BackedUpAt] = Text(receipt.BackedUpAt);
            metadata[Rows] = receipt.Rows.ToString(CultureInfo.InvariantCulture);
            metadata[Files] = receipt.Files.ToString(CultureInfo.InvariantCulture);
            metadata[Bytes] = receipt.Bytes.ToString(CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    public static RestoreClaim Of(PlanId plan, IDictionary<string, string> metadata, ETag etag)
    {
        var at = Instant(metadata[AtName]);
        var receipt = metadata.TryGetValue(BackedUpAt, out var backedUpAt)
            ? new RestoreReceipt(
                plan,
                Instant(backedUpAt),
                at,
                int.Parse(metadata[Rows], CultureInfo.InvariantCulture),
                int.Parse(metadata[Files], CultureInfo.InvariantCulture),
                long.Parse(metadata[Bytes], CultureInfo.InvariantCulture)
            )
            : null;
        return new RestoreClaim(plan, Guid.Parse(metadata[IdName], CultureInfo.InvariantCulture), at, receipt, etag);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
