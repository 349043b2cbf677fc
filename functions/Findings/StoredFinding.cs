using Azure;

namespace Avance.Functions.Findings;

/// <summary>A finding as it was read, with its ETag.</summary>
public sealed record StoredFinding(Finding Finding, ETag ETag);
