namespace Avance.Functions.Findings;

/// <summary>That the storage does not take a finding, however often it is asked.</summary>
public sealed class FindingNotKeptException(FindingId finding, Exception? inner = null)
    : Exception($"The finding {finding} is more than a row takes.", inner)
{
    public FindingId Finding => finding;
}
