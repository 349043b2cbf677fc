namespace Avance.Functions.Reports.History;

/// <summary>A figure of a time, to stand beside those of other times.</summary>
/// <param name="Year">0 for the plan as a whole.</param>
/// <param name="Semester">1 or 2; 0 for a year and for the plan as a whole.</param>
/// <param name="Unit">
/// The code of the unit, or of the unit responsible for the activity; a name that the plan does not know, for a unit of an
/// earlier plan; empty for the plan.
/// </param>
/// <param name="Activity">Null for the plan and for units.</param>
/// <param name="Programmed">Activities in the count; 0 where a source gives a percent alone.</param>
/// <param name="FullyExecuted">Those of them with every goal at 100 % or more; 0 where a source gives a percent alone.</param>
/// <param name="Percent">Unrounded: execution level of the plan, compliance of a unit, mean of an activity's goals; null if there is none.</param>
/// <param name="IsImported">True if it was imported, or is a sum with an imported year.</param>
/// <param name="Source">The documents that give it; empty if it was computed.</param>
public sealed record YearFigure(
    HistoryView View,
    int Year,
    int Semester,
    HistoryLevel Level,
    string Unit,
    ActivityNumber? Activity,
    int Programmed,
    int FullyExecuted,
    decimal? Percent,
    bool IsImported,
    string Source
);
