namespace Avance.Functions.Reports.Evaluations;

/// <summary>A problem, an improvement action or an achievement, as the secretariat writes it.</summary>
/// <param name="Text">At most 4,000 characters.</param>
public sealed record EvaluationFactor(FactorKind Kind, string Text);
