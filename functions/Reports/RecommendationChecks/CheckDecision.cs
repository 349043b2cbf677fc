namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>What the secretariat of a plan says of a recommendation.</summary>
/// <param name="Note">How it is answered, or why it does not apply; may be empty unless it does not apply.</param>
/// <param name="Version">From 1, one more with each change.</param>
/// <param name="By">Who, as the audit names them.</param>
public sealed record CheckDecision(CheckState State, string Note, int Version, string By, DateTimeOffset At);
