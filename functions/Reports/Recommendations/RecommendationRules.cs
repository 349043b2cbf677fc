using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>What is recommended to which unit. Pure. See docs/rules.md.</summary>
public static class RecommendationRules
{
    /// <summary>The drafts, by unit in the plan's order, then activity: one a reason, activity and document.</summary>
    /// <param name="result">The figures of the period.</param>
    /// <param name="findings">Those raised in the period, dismissed ones too: they draft nothing.</param>
    /// <param name="notes">Those of the period's evaluations.</param>
    public static ValueList<RecommendationDraft> Draft(
        Plan plan,
        PlanResult result,
        IReadOnlyCollection<Finding> findings,
        IEnumerable<EvaluationNote> notes
    )
    {
        var raised = findings.Where(finding => finding.IsRaised).ToList();
        var standing = raised.FindAll(Stands);
        var drafts = SharedDocuments
            .Draft(plan, result.Period, standing.Where(finding => SharedDocuments.Has(finding.Id.Code)))
            .Concat(standing.Select(finding => FindingDrafts.Draft(plan, finding)).OfType<RecommendationDraft>())
            .Concat(new OutcomeDrafts(plan, result, raised).Draft())
            .Concat(notes.Select(note => OfNote(plan, note)).OfType<RecommendationDraft>())
            .DistinctBy(draft => draft.Id);
        return InOrder(plan, drafts, draft => draft.Unit, _ => 0, draft => (draft.Activity, draft.Reason, draft.Id))
            .ToValueList();
    }

    /// <summary>
    /// The drafts with what people made of them, by unit in the plan's order, then as people ordered them, then by activity.
    /// </summary>
    /// <param name="order">The ids in their order; those that it lacks come after it.</param>
    public static ValueList<Recommendation> Merge(
        Plan plan,
        IEnumerable<RecommendationDraft> drafts,
        IEnumerable<RecommendationEdit> edits,
        IReadOnlyList<RecommendationId> order
    )
    {
        var drafted = drafts.ToDictionary(draft => draft.Id);
        var edited = edits.ToDictionary(edit => edit.Id);
        var places = order.Distinct().Select((id, place) => KeyValuePair.Create(id, place)).ToDictionary();
        var merged = drafted
            .Keys.Union(edited.Keys)
            .Select(id => Merge(plan, drafted.GetValueOrDefault(id), edited.GetValueOrDefault(id)))
            .OfType<Recommendation>();
        return InOrder(
                plan,
                merged,
                one => one.Unit,
                one => places.GetValueOrDefault(one.Id, int.MaxValue),
                one => (one.Activity, one.Reason, one.Id)
            )
            .ToValueList();
    }

    /// <summary>True unless the secretariat has dismissed it.</summary>
    internal static bool Stands(Finding finding) => finding.Resolution?.Decision != FindingDecision.Dismiss;

    /// <returns>Null if there is nothing to show: an edit without anything of a person's own, of what is not drafted now.</returns>
    private static Recommendation? Merge(Plan plan, RecommendationDraft? draft, RecommendationEdit? edit)
    {
        if (edit is null or { IsWithdrawn: true })
        {
            return draft is null ? null : OfDraft(draft, edit?.Version ?? 0);
        }

        if (edit.Drafted is null)
        {
            // Both are checked when it is added.
            return Show(plan, edit, edit.Unit!.Value, RecommendationReason.Added, RecommendationOrigin.Added) with
            {
                Activity = edit.Activity,
                Document = edit.Document ?? "",
            };
        }

        if (draft is null && (edit.IsDropped || !edit.IsEdited))
        {
            return null;
        }

        var source = draft ?? edit.Drafted;
        var origin = edit.IsEdited ? RecommendationOrigin.Edited : RecommendationOrigin.Drafted;
        return Show(plan, edit, edit.Unit ?? source.Unit, source.Reason, origin) with
        {
            Activity = edit.Activity ?? source.Activity,
            Document = edit.Document ?? source.Document,
            Draft = draft?.Text ?? "",
            Text = edit.OwnText ?? source.Text,
            IsOutdated = (edit.IsEdited || edit.IsDropped) && draft?.Text != edit.Drafted.Text,
        };
    }

    private static Recommendation OfDraft(RecommendationDraft draft, int version) =>
        new(
            draft.Id,
            draft.Reason,
            draft.Unit,
            draft.Activity,
            draft.Document,
            draft.Text,
            draft.Text,
            RecommendationOrigin.Drafted,
            IsDropped: false,
            IsOutdated: false,
            version,
            "",
            null
        );

    private static Recommendation Show(
        Plan plan,
        RecommendationEdit edit,
        UnitCode unit,
        RecommendationReason reason,
        RecommendationOrigin origin
    ) =>
        new(
            edit.Id,
            reason,
            // A unit that was renamed since.
            plan.FindUnitByAnyCode(unit)?.Code
                ?? unit,
            null,
            "",
            "",
            edit.Text,
            origin,
            edit.IsDropped,
            IsOutdated: false,
            edit.Version,
            edit.By,
            edit.At
        );

    private static RecommendationDraft? OfNote(Plan plan, EvaluationNote note) =>
        plan.FindActivity(note.Activity) is { } activity && note.Text.Trim() is { Length: > 0 } text
            ? new RecommendationDraft(
                RecommendationId.Of(RecommendationReason.Noted, note.Activity, text),
                RecommendationReason.Noted,
                activity.ResponsibleUnit,
                note.Activity,
                "",
                RecommendationText.Of("noted", activity, text)
            )
            : null;

    private static IEnumerable<T> InOrder<T>(
        Plan plan,
        IEnumerable<T> items,
        Func<T, UnitCode> unit,
        Func<T, int> place,
        Func<T, (ActivityNumber? Activity, RecommendationReason Reason, RecommendationId Id)> rest
    )
    {
        var units = plan.Units.Select((one, index) => KeyValuePair.Create(one.Code, index)).ToDictionary();
        return items
            .OrderBy(item => units.GetValueOrDefault(unit(item), int.MaxValue))
            .ThenBy(item => unit(item))
            .ThenBy(place)
            .ThenBy(item => rest(item).Activity is null)
            .ThenBy(item => rest(item).Activity)
            .ThenBy(item => rest(item).Reason)
            .ThenBy(item => rest(item).Id.ToString(), StringComparer.Ordinal);
    }
}
