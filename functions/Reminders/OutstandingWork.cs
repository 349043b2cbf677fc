using Avance.Functions.Findings;

namespace Avance.Functions.Reminders;

/// <summary>What a unit owes in a period.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Missing">Activities that it has sent nothing of.</param>
/// <param name="Returned">Activities that the secretariat returned.</param>
/// <param name="ToExplain">Findings that nobody has explained: they go along in a mail and are no reason for one.</param>
public sealed record OutstandingWork(
    UnitCode Unit,
    ValueList<ActivityNumber> Missing,
    ValueList<ReturnedVersion> Returned,
    ValueList<Finding> ToExplain
)
{
    public bool IsOwed => Missing.Count + Returned.Count > 0;
}
