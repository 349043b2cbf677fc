namespace Avance.Functions.Groups;

/// <summary>The share of voting members that a session needs.</summary>
/// <param name="Percent">1 to 100.</param>
/// <param name="IsExceeded">True if more than the percentage is needed, false if the percentage is enough.</param>
public sealed record QuorumRule(int Percent, bool IsExceeded)
{
    /// <summary>More than half.</summary>
    public static QuorumRule Default { get; } = new(50, true);
}
