namespace Avance.Functions.Documents.Facts;

/// <summary>Which extractor found a fact. Facts of an older version are extracted anew.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Version">Grows by one whenever the same text may give other facts.</param>
public sealed record ExtractorVersion(string Id, int Version);
