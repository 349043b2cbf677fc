namespace Avance.Functions.Progress;

/// <summary>Where the progress of an activity in a period stands between its unit and the secretariat.</summary>
public enum ProgressState
{
    /// <summary>Kept for the unit, not sent yet.</summary>
    Draft,

    /// <summary>Sent: read-only until it is returned.</summary>
    Submitted,

    /// <summary>Sent back by the secretariat with an observation. A draft saved meanwhile leaves it returned.</summary>
    Returned,

    /// <summary>Sent again after it was returned.</summary>
    Resubmitted,

    /// <summary>Accepted by the secretariat.</summary>
    Accepted,
}
