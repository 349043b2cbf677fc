namespace Avance.Functions.Findings;

/// <summary>
/// Raises the findings of one code. Pure: the same claim gives the same findings, whenever and however often it is asked.
/// What people read is <c>{Code}.title</c> and <c>{Code}.detail</c> of the messages.
/// </summary>
public interface IFindingRule
{
    /// <summary>Stable, lower case with hyphens, as <c>evidence-encrypted</c>: stored and read by Power BI. Never rename it.</summary>
    string Code { get; }

    FindingSeverity Severity { get; }

    IEnumerable<RaisedFinding> Examine(ExaminedClaim claim);
}
