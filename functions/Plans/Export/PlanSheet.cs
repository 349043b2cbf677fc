using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>A sheet of the import format with its rows; the sheet Plan has one.</summary>
/// <param name="Rows">Each with a cell for each column of the format, in its order.</param>
internal sealed record PlanSheet(SheetFormat Format, IReadOnlyList<IReadOnlyList<PlanCell>> Rows);
