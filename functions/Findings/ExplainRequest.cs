namespace Avance.Functions.Findings;

/// <summary>The body with which a unit explains a finding.</summary>
/// <param name="Text">10 to 4,000 characters.</param>
public sealed record ExplainRequest(string Text);
