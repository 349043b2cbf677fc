namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>The body with which the secretariat ticks a recommendation off, or opens it again.</summary>
/// <param name="State">What it says of it.</param>
/// <param name="Note">1,000 characters; 10 or more where it does not apply; not kept where it is open.</param>
public sealed record CheckRequest(CheckState State, string Note = "");
