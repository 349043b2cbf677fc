namespace Avance.Functions.Reports.Evaluations;

/// <summary>The evaluation of an activity in a period, with the versions that it had.</summary>
/// <param name="Narrative">What the unit last sent: the text to start from; empty if it sent nothing.</param>
/// <param name="Evaluation">Null if none was written or it was withdrawn.</param>
/// <param name="Versions">The first one first, withdrawals too.</param>
public sealed record EvaluationView(
    ActivityNumber Activity,
    string Narrative,
    Evaluation? Evaluation,
    ValueList<EvaluationVersion> Versions
);
