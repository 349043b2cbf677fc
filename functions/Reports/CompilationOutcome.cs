namespace Avance.Functions.Reports;

/// <summary>What a run did.</summary>
/// <param name="RowsWritten">Rows written to the report tables; 0 if nothing had changed.</param>
/// <param name="PeriodsUnchanged">Periods whose report was as it should be already.</param>
public sealed record CompilationOutcome(int RowsWritten, int PeriodsUnchanged);
