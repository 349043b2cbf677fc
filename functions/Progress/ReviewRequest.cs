namespace Avance.Functions.Progress;

/// <summary>The body with which the secretariat returns or accepts the progress of an activity.</summary>
/// <param name="ReviewId">Made by the client: the same id with the same body is the same decision, however often it comes.</param>
/// <param name="Decision">Return or accept.</param>
/// <param name="Observation">What the unit must correct; required to return, at most 4,000 characters.</param>
public sealed record ReviewRequest(Guid ReviewId, ReviewDecision Decision, string Observation = "");
