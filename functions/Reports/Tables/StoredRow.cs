using Azure;

namespace Avance.Functions.Reports.Tables;

/// <summary>A row as it was read.</summary>
/// <param name="RunId">The run that wrote it.</param>
public sealed record StoredRow<TRow>(TRow Row, string RunId, ETag ETag);
