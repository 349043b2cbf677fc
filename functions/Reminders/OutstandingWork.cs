using Avance.Functions.Findings;

namespace Avance.Functions.Reminders;

/// <summary>What a unit owes in a period.</summary>
/// <param name="Missing">Activities that it has sent nothing of.</param>
/// <param name="Returned">Activities that the secretariat returned.</param>
/// <param name="ToExplain">Findings without an explanation: a mail lists them, but they are no reason for one.</param>
public sealed record OutstandingWork(
    UnitCode Unit,
    ValueList<ActivityNumber> Missing,
    ValueList<ReturnedVersion> Returned,
    ValueList<Finding> ToExplain
)
{
    public bool IsOwed => Missing.Count + Returned.Count > 0;
}
