namespace Avance.Functions.Findings;

/// <summary>The body with which the secretariat decides on a finding.</summary>
/// <param name="Decision">What it decides.</param>
/// <param name="Note">Why; at least 10 characters to dismiss, at most 4,000.</param>
public sealed record ResolveRequest(FindingDecision Decision, string Note = "");
