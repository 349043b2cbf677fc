using Azure;

namespace Avance.Functions.Reports.History;

/// <summary>An imported year as it was read, with its ETag.</summary>
public sealed record StoredYear(ImportedYear Year, ETag ETag);
