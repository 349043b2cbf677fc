using Azure;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>An evaluation as it was read.</summary>
/// <param name="ETag">Of its row; null if it was never written.</param>
public sealed record StoredEvaluation(Evaluation Evaluation, ETag? ETag);
