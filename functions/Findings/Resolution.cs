namespace Avance.Functions.Findings;

/// <summary>What the secretariat decided on a finding.</summary>
/// <param name="Decision"><see cref="FindingDecision.Dismiss"/> or <see cref="FindingDecision.Confirm"/>.</param>
/// <param name="Note">Why; at most 4,000 characters, at least 10 to dismiss.</param>
/// <param name="By">Who, as the audit names them.</param>
public sealed record Resolution(FindingDecision Decision, string Note, string By, DateTimeOffset At);
