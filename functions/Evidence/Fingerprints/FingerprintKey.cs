namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>
/// A key of the index of proofs. What shares a key is kept in one row, so that looking it up is one read, however many
/// documents the plan has.
/// </summary>
/// <param name="Row">The row: <c>sha|…</c>, <c>doc|…</c> or <c>near|…</c>.</param>
/// <param name="Mark">Tells apart those that share the row by chance; empty where the row says it all.</param>
public readonly record struct FingerprintKey(string Row, string Mark = "");
