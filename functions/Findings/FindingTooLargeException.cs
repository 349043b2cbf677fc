namespace Avance.Functions.Findings;

/// <summary>A finding is larger than a row takes; retrying does not help.</summary>
public sealed class FindingTooLargeException(FindingId finding, Exception? inner = null)
    : Exception($"The finding {finding} is more than a row takes.", inner)
{
    public FindingId Finding => finding;
}
