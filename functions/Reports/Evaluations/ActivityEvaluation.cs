using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>How the evaluation of an activity stands in a period.</summary>
/// <param name="State">Where its progress stands; null where nothing has been saved.</param>
/// <param name="Narrative">What the unit last sent: the text to start from; empty if it sent nothing.</param>
/// <param name="Evaluation">Null if none was written or it was withdrawn.</param>
/// <param name="IsMissing">True if something was sent and there is no evaluation.</param>
/// <param name="IsOutdated">True if the unit sent again after the evaluation was written.</param>
public sealed record ActivityEvaluation(
    ActivityNumber Activity,
    string Title,
    UnitCode Unit,
    ProgressState? State,
    string Narrative,
    Evaluation? Evaluation,
    bool IsMissing,
    bool IsOutdated
);
