using Azure;

namespace Avance.Functions.Reports.Tables;

/// <summary>A row as it was read.</summary>
/// <param name="Row">The row.</param>
/// <param name="RunId">The run that wrote it.</param>
/// <param name="ETag">What replacing it takes.</param>
public sealed record StoredRow<TRow>(TRow Row, string RunId, ETag ETag);
