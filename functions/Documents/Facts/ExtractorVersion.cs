namespace Avance.Functions.Documents.Facts;

/// <summary>An extractor and its version. Facts of an older version are extracted anew.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Version">Incremented whenever the same text may give other facts.</param>
public sealed record ExtractorVersion(string Id, int Version);
