namespace Avance.Functions.Plans.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">True if nothing was saved: this is what would change.</param>
/// <param name="Revision">The revision of the plan after it.</param>
/// <param name="RowsWritten">Rows of the table that were written; 0 if the plan was already as the file says.</param>
/// <param name="Changes">What is different.</param>
public sealed record ImportReceipt(PlanId Plan, bool DryRun, int Revision, int RowsWritten, ImportChanges Changes);
