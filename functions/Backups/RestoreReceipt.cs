namespace Avance.Functions.Backups;

/// <summary>What was restored.</summary>
/// <param name="BackedUpAt">When its back-up was begun.</param>
/// <param name="RestoredAt">When its restoration was begun: form links made until then do not work.</param>
/// <param name="Rows">Of tables.</param>
/// <param name="Files">Blobs.</param>
/// <param name="Bytes">Of all of it, uncompressed.</param>
public sealed record RestoreReceipt(
    PlanId Plan,
    DateTimeOffset BackedUpAt,
    DateTimeOffset RestoredAt,
    int Rows,
    int Files,
    long Bytes
);
