namespace Avance.Functions.Reports.History;

/// <summary>What a figure is of.</summary>
public enum HistoryLevel
{
    Plan,
    Unit,
    Activity,
}
