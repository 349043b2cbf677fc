namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>What the index has of a claim.</summary>
/// <param name="Fingerprints">Its documents: those in its files, and those that it cites.</param>
/// <param name="SharedKeys">Keys of its documents that another claim has, or had.</param>
public sealed record IndexedClaim(IReadOnlyList<DocumentFingerprint> Fingerprints, IReadOnlySet<string> SharedKeys);
