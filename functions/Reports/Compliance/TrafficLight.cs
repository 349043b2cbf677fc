namespace Avance.Functions.Reports.Compliance;

/// <summary>How a percent stands against the plan's thresholds.</summary>
public enum TrafficLight
{
    /// <summary>There is no percent.</summary>
    None,
    Red,
    Amber,
    Green,
}
