namespace Avance.Functions.Reports.Evaluations;

/// <summary>The body with which the secretariat writes an evaluation; with nothing in it, it withdraws the evaluation.</summary>
/// <param name="Text">At most 20,000 characters.</param>
/// <param name="Notes">At most 10 of 1,000 characters, none empty.</param>
/// <param name="Factors">At most 10 of 4,000 characters, none empty.</param>
public sealed record EvaluationRequest(
    string Text = "",
    ValueList<string>? Notes = null,
    ValueList<EvaluationFactor>? Factors = null
);
