using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>All that is recommended in a period: the drafts, what people made of them, and both together.</summary>
/// <param name="Drafts">As the figures and findings are now.</param>
/// <param name="Edits">As they were read, withdrawn ones too.</param>
public sealed record PeriodRecommendations(
    Plan Plan,
    Period Period,
    ValueList<RecommendationDraft> Drafts,
    ValueList<StoredRecommendation> Edits,
    RecommendationOrder Order
)
{
    /// <summary>Those of the report, and dropped ones with their mark.</summary>
    public ValueList<Recommendation> Merge() =>
        RecommendationRules.Merge(Plan, Drafts, Edits.Select(stored => stored.Edit), Order.Ids);

    /// <summary>With that edit in place of the one before.</summary>
    public PeriodRecommendations With(StoredRecommendation edit) =>
        this with
        {
            Edits = Edits.Where(stored => stored.Edit.Id != edit.Edit.Id).Append(edit).ToValueList(),
        };

    public RecommendationDraft? FindDraft(RecommendationId id) => Drafts.FirstOrDefault(draft => draft.Id == id);

    public StoredRecommendation? FindEdit(RecommendationId id) => Edits.FirstOrDefault(stored => stored.Edit.Id == id);
}
