using Avance.Functions.Findings;
using static Avance.Functions.Tests.Reports.Recommendations.DraftCase;

namespace Avance.Functions.Tests.Reports.Recommendations;

/// <summary>What is drafted of a document that proves several claims.</summary>
public sealed class SharedDocumentsTests
{
    [Fact]
    public void Draft_OneDocumentForClaimsOfTwoUnits_AddressesEachUnitOnceAndNamesAllClaims()
    {
        var plan = new TestPlan().Activity(6).Activity(44).Activity(58, "DTEG").Build();
        // Cited more or less fully, and from each side.
        var findings = new[]
        {
            Shared(6, 44, "INFORME N° 000039-2023-MIMP-MRC"),
            Shared(6, 58, "INFORME N° 000039-2023-MIMP-MRC"),
            Shared(44, 6, "INFORME N° 000039-MRC"),
            Shared(58, 6, "INFORME N° 000039-2023-MRC"),
        };

        var drafts = DraftsOf(plan, [Reached(6), Reached(44), Reached(58)], findings);

        drafts
            .Select(draft => (draft.Unit.ToString(), draft.Activity!.Value.Value, draft.Document))
            .ShouldBe([("DTEG", 58, "INFORME N° 000039-2023-MRC"), ("OGRH", 6, "INFORME N° 000039-2023-MIMP-MRC")]);
        drafts.ShouldAllBe(draft => draft.Text.Contains("las actividades N° 6, 44 y 58."));
    }

    [Fact]
    public void Draft_OneDocumentInTwoPeriods_NamesTheOtherPeriod()
    {
        var finding = Shared(6, 6, "INFORME N° 000039-2023-MIMP-MRC") with
        {
            Elsewhere = new ClaimAddress(TestPlan.First, new ActivityNumber(6)),
        };

        var draft = DraftsOf(new TestPlan().Activity(6).Build(), [Reached(6)], [finding]).ShouldHaveSingleItem();

        draft.Text.ShouldContain(
            "como sustento de la actividad N° 6, así como de la actividad N° 6 en el periodo 2023-I."
        );
    }

    [Fact]
    public void Draft_DocumentDismissedByOneOfTwoUnits_StillAddressesTheOther()
    {
        var plan = new TestPlan().Activity(6).Activity(58, "DTEG").Build();
        var dismissed = Shared(6, 58, "INFORME N° 000039-2023-MRC") with
        {
            Resolution = new Resolution(FindingDecision.Dismiss, "Prueba ambas.", "yo", TestPlan.WhileOpen),
        };

        var drafts = DraftsOf(
            plan,
            [Reached(6), Reached(58)],
            [dismissed, Shared(58, 6, "INFORME N° 000039-2023-MRC")]
        );

        drafts.ShouldHaveSingleItem().Unit.ShouldBe(new UnitCode("DTEG"));
    }

    [Fact]
    public void Draft_TwoDocumentsOfTheSameTwoClaims_AreTwoRecommendations()
    {
        var plan = new TestPlan().Activity(6).Activity(44).Build();

        var drafts = DraftsOf(
            plan,
            [Reached(6), Reached(44)],
            [Shared(6, 44, "INFORME N° 000039-2023-MRC"), Shared(6, 44, "INFORME N° 000040-2023-MRC")]
        );

        drafts
            .Select(draft => draft.Document)
            .ShouldBe(["INFORME N° 000039-2023-MRC", "INFORME N° 000040-2023-MRC"], ignoreOrder: true);
    }

    [Fact]
    public void Draft_SameNumberAndSameFile_AreSaidOnce()
    {
        var file = Shared(6, 44, "Acta de Ana Quispe.pdf", "same-file");

        var drafts = DraftsOf(
            new TestPlan().Activity(6).Activity(44).Build(),
            [Reached(6), Reached(44)],
            [file, Shared(44, 6, "INFORME N° 000039-2023-MRC")]
        );

        drafts.ShouldHaveSingleItem().Document.ShouldBe("INFORME N° 000039-2023-MRC");
    }

    [Fact]
    public void Draft_SameFile_DoesNotSayWhatItIsCalled()
    {
        var draft = DraftsOf(
                new TestPlan().Activity(6).Activity(44).Build(),
                [Reached(6), Reached(44)],
                [Shared(6, 44, "Acta de Ana Quispe.pdf", "same-file")]
            )
            .ShouldHaveSingleItem();

        (draft.Document, draft.Text.Contains("Quispe")).ShouldBe(("", false));
    }
}
