using Avance.Functions.Reports.Evaluations;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>A note that the secretariat wrote in the evaluation of an activity.</summary>
public sealed record EvaluationNote(ActivityNumber Activity, string Text)
{
    /// <summary>The notes of a period's evaluations, by activity.</summary>
    public static IEnumerable<EvaluationNote> Of(IReadOnlyDictionary<ActivityNumber, Evaluation> evaluations) =>
        evaluations
            .OrderBy(one => one.Key)
            .SelectMany(one => one.Value.Notes.Select(note => new EvaluationNote(one.Key, note)));
}
