namespace Avance.Functions.Reports.Exports;

/// <summary>Where an export stands.</summary>
public enum ExportState
{
    /// <summary>Asked for; no run has begun.</summary>
    Queued,

    /// <summary>A run is at work, or died and is tried again.</summary>
    Running,

    /// <summary>Its file is there.</summary>
    Done,

    /// <summary>It was tried five times, or can never be made.</summary>
    Failed,
}
