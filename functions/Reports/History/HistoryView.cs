namespace Avance.Functions.Reports.History;

/// <summary>The time that a figure is of.</summary>
public enum HistoryView
{
    /// <summary>By the end of a semester of the period's year, counted from the year's start.</summary>
    Semester,

    /// <summary>A year.</summary>
    Year,

    /// <summary>All years of the plan up to the period.</summary>
    Plan,
}
