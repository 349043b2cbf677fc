namespace Avance.Functions.Reports.Recommendations;

/// <summary>A note that the secretariat wrote in the evaluation of an activity.</summary>
public sealed record EvaluationNote(ActivityNumber Activity, string Text);
