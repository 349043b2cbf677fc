using Avance.Functions.Http;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>Applies explanations and decisions to findings. Pure.</summary>
public static class FindingReview
{
    /// <summary>The finding as a unit's explanation leaves it, or why it may not be given. The same text again changes nothing.</summary>
    public static Result<Finding> Explain(Finding finding, string text, Caller caller, DateTimeOffset now)
    {
        var explanation = text.Trim();
        if (explanation.Length < ProgressValidation.MinReason)
        {
            return Error.Invalid("explanation-missing", "text", ProgressValidation.MinReason);
        }

        if (ProgressValidation.TooLong("text", explanation, ProgressValidation.MaxText).FirstOrDefault() is { } tooLong)
        {
            return tooLong;
        }

        if (finding.Explanation?.Text == explanation)
        {
            return finding;
        }

        return finding.State == FindingState.Resolved
            ? Error.Conflict("finding-resolved")
            : finding with
            {
                Explanation = new Explanation(explanation, caller.Name, now),
            };
    }

    /// <summary>The finding as a decision leaves it, or why it may not be made. The same decision again changes nothing.</summary>
    public static Result<Finding> Resolve(Finding finding, ResolveRequest request, Caller caller, DateTimeOffset now)
    {
        var note = request.Note.Trim();
        if (request.Decision != FindingDecision.Confirm && note.Length < ProgressValidation.MinReason)
        {
            return Error.Invalid("finding-note-missing", "note", ProgressValidation.MinReason);
        }

        if (ProgressValidation.TooLong("note", note, ProgressValidation.MaxText).FirstOrDefault() is { } tooLong)
        {
            return tooLong;
        }

        if (request.Decision == FindingDecision.Reopen)
        {
            return finding with { Resolution = null };
        }

        return finding.Resolution is { } before && before.Decision == request.Decision && before.Note == note
            ? finding
            : finding with
            {
                Resolution = new Resolution(request.Decision, note, caller.Name, now),
            };
    }
}
