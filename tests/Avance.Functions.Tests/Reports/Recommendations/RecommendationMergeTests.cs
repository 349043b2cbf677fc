using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Recommendations;

/// <summary>What drafts and edits make together.</summary>
public sealed class RecommendationMergeTests
{
    private static readonly Plan Plan = new TestPlan().Activity(22).Activity(42).Activity(43, "DTEG").Build();
    private static readonly RecommendationDraft Draft = DraftOf(22);
    private static readonly RecommendationId Added = RecommendationId.Parse(
        "a-6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        null
    );

    [Fact]
    public void Merge_DraftThatNobodyTouched_IsAsDrafted()
    {
        var one = Merge([Draft], []).ShouldHaveSingleItem();

        (one.Id, one.Text, one.Draft, one.Origin).ShouldBe(
            (Draft.Id, Draft.Text, Draft.Text, RecommendationOrigin.Drafted)
        );
        (one.Version, one.By, one.At, one.IsOutdated).ShouldBe((0, "", null, false));
    }

    [Fact]
    public void Merge_EditedAndDraftedDifferentlySince_KeepsTheEditAndSaysSo()
    {
        var edit = Save(Draft, new RecommendationRequest("Remitir el informe."));
        var later = Draft with { Text = "Otra cifra." };

        var same = Merge([Draft], [edit]).ShouldHaveSingleItem();
        var changed = Merge([later], [edit]).ShouldHaveSingleItem();
        var gone = Merge([], [edit]).ShouldHaveSingleItem();

        (same.Text, same.Origin, same.IsOutdated).ShouldBe(("Remitir el informe.", RecommendationOrigin.Edited, false));
        (changed.Text, changed.Draft, changed.IsOutdated).ShouldBe(("Remitir el informe.", "Otra cifra.", true));
        (gone.Text, gone.Draft, gone.IsOutdated).ShouldBe(("Remitir el informe.", "", true));
        (gone.Unit, gone.Activity, gone.Reason).ShouldBe((Draft.Unit, Draft.Activity, Draft.Reason));
    }

    [Fact]
    public void Merge_EditSavedAgain_IsUpToDate()
    {
        var edit = Save(Draft, new RecommendationRequest("Remitir el informe."));
        var later = Draft with { Text = "Otra cifra." };

        var confirmed = Save(later, new RecommendationRequest("Remitir el informe."), edit);
        var unseen = Save(later, new RecommendationRequest("Remitir el informe.", Draft: Draft.Text), edit);

        (confirmed.Version, Merge([later], [confirmed])[0].IsOutdated).ShouldBe((2, false));
        // Its editor saw the draft of before.
        (unseen.Version, Merge([later], [unseen])[0].IsOutdated).ShouldBe((1, true));
    }

    [Fact]
    public void Merge_DroppedAndTakenBack_FollowsTheDraftAgain()
    {
        var dropped = Save(Draft, new RecommendationRequest(IsDropped: true));
        var back = Save(Draft, new RecommendationRequest(Draft.Text), dropped);
        var later = Draft with { Text = "Otra cifra." };

        Merge([Draft], [dropped])[0].IsDropped.ShouldBeTrue();
        Merge([Draft], [dropped])[0].Text.ShouldBe(Draft.Text);
        Merge([later], [dropped])[0].IsOutdated.ShouldBeTrue();
        Merge([], [dropped]).ShouldBeEmpty();
        var one = Merge([later], [back]).ShouldHaveSingleItem();
        (one.Text, one.Origin, one.IsDropped, one.IsOutdated).ShouldBe(
            ("Otra cifra.", RecommendationOrigin.Drafted, false, false)
        );
        Merge([], [back]).ShouldBeEmpty();
    }

    [Fact]
    public void Merge_Withdrawn_IsTheDraftWithTheVersionThatGoesOn()
    {
        var edit = Save(Draft, new RecommendationRequest("Remitir el informe."));
        var undone = RecommendationChanges
            .Withdraw(Draft.Id, edit, 1, TestProgress.Secretariat, TestPlan.WhileOpen)
            .ShouldSucceed();

        var one = Merge([Draft], [undone]).ShouldHaveSingleItem();

        (one.Text, one.Origin, one.Version).ShouldBe((Draft.Text, RecommendationOrigin.Drafted, 2));
        Merge([], [undone]).ShouldBeEmpty();
    }

    [Fact]
    public void Merge_ReaddressedOnly_KeepsTheTextOfTheDraft()
    {
        var edit = Save(Draft, new RecommendationRequest(Draft.Text, new UnitCode("DTEG"), Document: "INFORME 1"));

        var one = Merge([Draft with { Text = "Otra cifra." }], [edit]).ShouldHaveSingleItem();

        (one.Unit.ToString(), one.Document, one.Text, one.Origin, one.IsOutdated).ShouldBe(
            ("DTEG", "INFORME 1", "Otra cifra.", RecommendationOrigin.Edited, true)
        );
    }

    [Fact]
    public void Merge_SeveralUnits_AreInThePlansOrderThenThePersonsThenByActivity()
    {
        var drafts = new[] { DraftOf(42), DraftOf(43), DraftOf(22) };
        var added = Save(null, new RecommendationRequest("Nombrar una persona.", new UnitCode("OGRH")), id: Added);

        Shown(Merge(drafts, [added])).ShouldBe(["DTEG 43", "OGRH 22", "OGRH 42", "OGRH "]);
        Shown(Merge(drafts, [added], [added.Id, drafts[0].Id])).ShouldBe(["DTEG 43", "OGRH ", "OGRH 42", "OGRH 22"]);

        static IEnumerable<string> Shown(IEnumerable<Recommendation> all) =>
            all.Select(one => $"{one.Unit} {one.Activity}");
    }

    [Fact]
    public void Merge_AddedToAUnitThatWasRenamed_IsOfTheUnit()
    {
        var added = Save(null, new RecommendationRequest("Nombrar una persona.", new UnitCode("DTEG")), id: Added);
        var unit = Plan.FindUnit(new UnitCode("DTEG"))!;
        var renamed = Plan with
        {
            Units =
            [
                .. Plan.Units.Where(one => one != unit),
                unit with
                {
                    Code = new UnitCode("DGTEG"),
                    FormerCodes = [unit.Code],
                },
            ],
        };

        RecommendationRules.Merge(renamed, [], [added], []).Single().Unit.ToString().ShouldBe("DGTEG");
    }

    [Fact]
    public void Save_WhatNobodyMayWrite_IsRefused()
    {
        Refused("recommendation-too-short", new RecommendationRequest("corta"), "text");
        Refused("text-too-long", new RecommendationRequest(new string('a', 4_001)), "text");
        Refused(
            "text-too-long",
            new RecommendationRequest("Remitir el informe.", Document: new string('a', 301)),
            "document"
        );
        Refused("unit-unknown", new RecommendationRequest("Remitir el informe.", new UnitCode("NADA")), "unit");
        Refused(
            "activity-unknown",
            new RecommendationRequest("Remitir el informe.", Activity: new ActivityNumber(99)),
            "activity"
        );
        Try(null, new RecommendationRequest("Nombrar una persona."), null, Added)
            .ShouldBeRefused("recommendation-without-unit");
        Try(null, new RecommendationRequest("Remitir el informe."), null, Draft.Id)
            .ShouldBeRefused("recommendation-unknown");

        static void Refused(string code, RecommendationRequest request, string field) =>
            Try(Draft, request, null, Draft.Id).ShouldBeRefused(code).Field.ShouldBe(field);
    }

    [Fact]
    public void Save_AddedWithAnActivity_IsAddressedToItsUnit()
    {
        var added = Save(null, new RecommendationRequest("Remitir el informe.", Activity: new(43)), id: Added);

        var one = Merge([], [added]).ShouldHaveSingleItem();

        (one.Unit.ToString(), one.Activity?.Value, one.Origin, one.Reason).ShouldBe(
            ("DTEG", 43, RecommendationOrigin.Added, RecommendationReason.Added)
        );
    }

    [Fact]
    public void Save_OverAnotherVersion_IsRefusedUnlessItSaysTheSame()
    {
        var first = Save(Draft, new RecommendationRequest("Remitir el informe."));
        var repeated = Try(Draft, new RecommendationRequest("Remitir el informe."), first, Draft.Id, seen: 0);
        var other = Try(Draft, new RecommendationRequest("Remitir otra cosa."), first, Draft.Id, seen: 0);

        repeated.ShouldSucceed().ShouldBeSameAs(first);
        other.ShouldBeRefused("edit-changed").Status.ShouldBe(412);
    }

    private static RecommendationDraft DraftOf(int activity) =>
        new(
            RecommendationId.Of(RecommendationReason.NotExecuted, new ActivityNumber(activity), ""),
            RecommendationReason.NotExecuted,
            Plan.FindActivity(new ActivityNumber(activity))!.ResponsibleUnit,
            new ActivityNumber(activity),
            "",
            $"La actividad N° {activity} no registra ejecución."
        );

    private static ValueList<Recommendation> Merge(
        RecommendationDraft[] drafts,
        RecommendationEdit[] edits,
        RecommendationId[]? order = null
    ) => RecommendationRules.Merge(Plan, drafts, edits, order ?? []);

    private static RecommendationEdit Save(
        RecommendationDraft? draft,
        RecommendationRequest request,
        RecommendationEdit? current = null,
        RecommendationId? id = null
    ) => Try(draft, request, current, id ?? draft!.Id).ShouldSucceed();

    private static Result<RecommendationEdit> Try(
        RecommendationDraft? draft,
        RecommendationRequest request,
        RecommendationEdit? current,
        RecommendationId id,
        int? seen = null
    ) =>
        RecommendationChanges.Save(
            Plan,
            id,
            draft,
            current,
            seen ?? current?.Version ?? 0,
            request,
            TestProgress.Secretariat,
            TestPlan.WhileOpen
        );
}
