using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>What the secretariat may write of an activity, and which version it makes. Pure.</summary>
public static class EvaluationRules
{
    /// <summary>Longest text, in characters: two narratives.</summary>
    public const int MaxText = 20_000;
    public const int MaxNotes = 10;

    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 1_000;
    public const int MaxFactors = 10;

    /// <summary>Longest factor, in characters: as long as a unit may write it.</summary>
    public const int MaxFactor = ProgressValidation.MaxText;

    /// <summary>
    /// The evaluation as a request leaves it, or why it may not be written. What says the same again makes no version,
    /// so that a request may be repeated, except for one: it confirms what is outdated.
    /// </summary>
    /// <param name="current">The latest version; <see cref="Evaluation.None"/> if there is none.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 if none.</param>
    /// <param name="lastSent">When the unit last sent; null if it never did.</param>
    public static Result<Evaluation> Write(
        Evaluation current,
        int expectedVersion,
        EvaluationRequest request,
        DateTimeOffset? lastSent,
        Caller caller,
        DateTimeOffset now
    )
    {
        var next = new Evaluation(
            request.Text.Trim(),
            (request.Notes ?? []).Select(note => note.Trim()).ToValueList(),
            (request.Factors ?? []).Select(factor => factor with { Text = factor.Text.Trim() }).ToValueList(),
            current.Version + 1,
            caller.Name,
            now
        );
        if (Check(next) is { Count: > 0 } errors)
        {
            return Error.All(errors);
        }

        var isConfirmed = current.IsOutdated(lastSent) && expectedVersion == current.Version;
        if (current == (next with { Version = current.Version, By = current.By, At = current.At }) && !isConfirmed)
        {
            return current;
        }

        return expectedVersion == current.Version ? next : Changed(current.Version, expectedVersion);
    }

    /// <summary>How the evaluation of an activity stands.</summary>
    /// <param name="sent">What was last sent of it; null if nothing was.</param>
    /// <param name="written">The latest version; null if there is none.</param>
    public static ActivityEvaluation Describe(
        Activity activity,
        ProgressState? state,
        LastSubmission? sent,
        Evaluation? written
    ) =>
        new(
            activity.Number,
            activity.Title,
            activity.ResponsibleUnit,
            state,
            sent?.Narrative ?? "",
            written?.OrNull(),
            sent is not null && written?.OrNull() is null,
            written?.IsOutdated(sent?.At) == true
        );

    private static List<Error> Check(Evaluation evaluation) =>
        [
            .. ProgressValidation.TooLong("text", evaluation.Text, MaxText),
            .. TooMany("notes", evaluation.Notes.Count, MaxNotes),
            .. evaluation.Notes.SelectMany((note, index) => CheckItem($"notes[{index}]", note, MaxNote)),
            .. TooMany("factors", evaluation.Factors.Count, MaxFactors),
            .. evaluation.Factors.SelectMany(
                (factor, index) => CheckItem($"factors[{index}].text", factor.Text, MaxFactor)
            ),
        ];

    private static IEnumerable<Error> TooMany(string field, int count, int most) =>
        count > most ? [Error.Invalid("too-many-items", field, count, most)] : [];

    private static IEnumerable<Error> CheckItem(string field, string text, int most) =>
        text.Length == 0 ? [Error.Invalid("item-empty", field)] : ProgressValidation.TooLong(field, text, most);

    private static Error Changed(int version, int expectedVersion) =>
        new("evaluation-changed", StatusCodes.Status412PreconditionFailed, "If-Match", expectedVersion, version)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["seenVersion"] = expectedVersion,
                ["version"] = version,
            },
        };
}
