namespace Avance.Functions.Reports.History;

/// <summary>The body with which the figures of a closed year are imported, see <see cref="ImportedYear"/>.</summary>
public sealed record HistoryRequest(
    string Plan,
    string Source,
    int Programmed,
    int FullyExecuted,
    ValueList<ImportedUnit>? Units = null,
    ValueList<ImportedActivity>? Activities = null
);
