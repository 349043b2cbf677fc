namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>
/// A key of the index of fingerprints. All fingerprints with the same key are in one row, so that a look-up is one read,
/// however many documents the plan has.
/// </summary>
/// <param name="Row">The row: <c>sha|…</c>, <c>doc|…</c> or <c>near|…</c>.</param>
/// <param name="Mark">Tells apart keys that share a row by chance; empty where a row has one key only.</param>
public readonly record struct FingerprintKey(string Row, string Mark = "");
