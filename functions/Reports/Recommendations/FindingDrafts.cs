using Avance.Functions.Findings;
using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>Drafts on what findings say of one activity. What files are called is not said: it may name people.</summary>
internal static class FindingDrafts
{
    private const string NumberMissing = "number-missing";

    /// <param name="finding">It stands.</param>
    /// <returns>Null if nothing is recommended on findings of its code.</returns>
    public static RecommendationDraft? Draft(Plan plan, Finding finding)
    {
        if (plan.FindActivity(finding.Id.Claim.Activity) is not { } activity)
        {
            return null;
        }

        var arguments = finding.Arguments;
        return finding.Id.Code switch
        {
            NumberMissing => OfNumber(activity, CitedIn(arguments[0])),
            "evidence-other-kind" => Of(
                RecommendationReason.OtherEvidenceType,
                activity,
                "other-kind",
                arguments[1],
                arguments[2]
            ),
            "evidence-kind-missing" => Of(
                RecommendationReason.OtherEvidenceType,
                activity,
                "kind-missing",
                activity.EvidenceRequirement,
                arguments[0]
            ),
            "sex-list-missing" => Of(
                RecommendationReason.OtherEvidenceType,
                activity,
                "sex-list-missing",
                activity.EvidenceRequirement
            ),
            "evidence-missing" => Of(
                RecommendationReason.EvidenceMissing,
                activity,
                "evidence-missing",
                activity.EvidenceRequirement
            ),
            "evidence-unreadable" or "evidence-encrypted" or "evidence-empty" or "evidence-type-not-allowed" => Of(
                RecommendationReason.EvidenceMissing,
                activity,
                "evidence-unreadable"
            ),
            _ => null,
        };
    }

    private static RecommendationDraft OfNumber(Activity activity, string cited) =>
        new(
            RecommendationId.Of(RecommendationReason.NumberMissing, activity.Number, cited),
            RecommendationReason.NumberMissing,
            activity.ResponsibleUnit,
            activity.Number,
            cited,
            cited.Length == 0
                ? RecommendationText.Of("number-none", activity)
                : RecommendationText.Of("number-cited", activity, cited)
        );

    private static RecommendationDraft Of(
        RecommendationReason reason,
        Activity activity,
        string kind,
        params object?[] arguments
    ) =>
        new(
            // What one file is missing for, another may be too: the text is of the activity, and so is the id.
            RecommendationId.Of(reason, activity.Number, kind),
            reason,
            activity.ResponsibleUnit,
            activity.Number,
            "",
            RecommendationText.Of(kind, activity, arguments)
        );

    /// <summary>The document that the finding quotes; empty if it speaks of none.</summary>
    private static string CitedIn(string sentence)
    {
        var around = Messages.Text($"{NumberMissing}.Cited", "\n").Split('\n');
        return
            sentence.StartsWith(around[0], StringComparison.Ordinal)
            && sentence.EndsWith(around[1], StringComparison.Ordinal)
            ? sentence[around[0].Length..^around[1].Length]
            : "";
    }
}
