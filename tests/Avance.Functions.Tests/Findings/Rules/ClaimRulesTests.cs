using Avance.Functions.Documents.Reading;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

public sealed class ClaimRulesTests
{
    private const string Assistance = "INFORME N° D000149-2023-CONADIS-URH\nAsunto: Asistencia técnica en gestión\n";

    [Fact]
    public void Examine_NoFiles_IsToldOnlyOfAFigure()
    {
        new ClaimBuilder().WithoutFiles().ShouldRaise("evidence-missing").Subject.ShouldBe("2023=3");
        new ClaimBuilder().WithoutFiles().StillReading().ShouldNotRaise("evidence-missing");
        new ClaimBuilder().WithoutFiles().Goal(3, 0).ShouldNotRaise("evidence-missing");
        new ClaimBuilder().WithoutFiles().NothingSent().ShouldNotRaise("evidence-missing");
    }

    [Theory]
    [InlineData("Asunto: Asistencia técnica y capacitación", false)]
    [InlineData("Asunto: Campaña de sensibilización. Correo de difusión.", true)]
    [InlineData("Asunto: Gestión", false)]
    [InlineData("Lista de asistencia", false)]
    public void Examine_AnotherKind_IsToldIfClear(string text, bool expected) =>
        (new ClaimBuilder().File("a.pdf", Read.Lines(text)).Build().Raised("evidence-other-kind").Count == 1).ShouldBe(
            expected
        );

    [Fact]
    public void Examine_OneDocumentOfTheKind_IsEnough() =>
        new ClaimBuilder()
            .File("a.pdf", Read.Lines(Assistance))
            .File("b.pdf", Read.Lines("Asunto: Taller de enfoque de género"))
            .ShouldNotRaise("evidence-other-kind");

    [Fact]
    public void Examine_ActivityOfBothKinds_TakesEither() =>
        new ClaimBuilder()
            .Activity(title: "Capacitación y asistencia técnica")
            .File("a.pdf", Read.Lines(Assistance))
            .ShouldNotRaise("evidence-other-kind");

    [Fact]
    public void Examine_UnitThatSaysTraining_IsNotProvedByAMailThatSpreadsGuidelines() =>
        new ClaimBuilder()
            .Activity(requires: "Informe y lista de asistencia, difusión de lineamientos")
            .File("correo.eml", Read.Lines("Asunto: Difusión de lineamientos\nPara: todo el personal"))
            .ShouldRaise("evidence-other-kind");

    [Theory]
    [InlineData("RM de aprobación", "Se presenta el proyecto.", true)]
    [InlineData("RM de aprobación", "Aprobado con RM N° 200-2023-MIMP.", false)]
    [InlineData("Informe o resolución de aprobación", "Se presenta el proyecto.", false)]
    [InlineData("Acta firmada por el GT o R.M.", "Acta de la sesión", false)]
    [InlineData("Plan de Trabajo", "Se presenta el proyecto.", true)]
    public void Examine_FormRequired_IsMissingIfNothingMentionsIt(string requires, string text, bool expected) =>
        (
            new ClaimBuilder()
                .Activity(requires: requires)
                .File("a.pdf", Read.Lines(text))
                .Build()
                .Raised("evidence-kind-missing")
                .Count == 1
        ).ShouldBe(expected);

    [Theory]
    [InlineData("Informe de data desagregada por sexo", "Se capacitó a 2 mujeres y 1 hombre.", null)]
    [InlineData("Lista de participantes desagregado por sexo", "Se capacitó a 2 mujeres y 1 hombre.", "Sentence")]
    [InlineData("Lista de participantes desagregado por sexo", "Lista de participantes", "List")]
    [InlineData("Lista de participantes desagregado por sexo", "Se capacitó al personal.", "None")]
    [InlineData("Lista de participantes", "Se capacitó al personal.", null)]
    [InlineData("Registro de asistencia desagregado por sexo y/o fotografías", "Se capacitó al personal.", null)]
    public void Examine_BySex_SaysWhatWasFoundInstead(string requires, string text, string? reason) =>
        new ClaimBuilder()
            .Activity(requires: requires)
            .File("a.pdf", Read.Lines(text))
            .Build()
            .Raised("sex-list-missing")
            .Select(finding => finding.Subject)
            .ShouldBe(reason is null ? [] : [reason]);

    [Fact]
    public void Examine_DoneWithoutANumber_NeedsItsListToo() =>
        new ClaimBuilder()
            .Goal(3, null, outcome: Outcome.NotQuantified)
            .File("a.pdf", Read.Lines("Capacitación"))
            .ShouldRaise("sex-list-missing");

    [Fact]
    public void Examine_ListWithAmbiguousM_IsUnclearAndNotMissing()
    {
        var claim = new ClaimBuilder().File(
            "lista.xlsx",
            Read.Table("Nombres|Sexo\nAna|M\nEva|M"),
            EvidenceFormat.Xlsx
        );

        claim.ShouldRaise("list-sex-unclear").Subject.ShouldStartWith("|Ambiguous");
        claim.ShouldNotRaise("sex-list-missing");
    }

    [Fact]
    public void Examine_ListWithWordsThatNobodyKnows_NamesThem()
    {
        var claim = new ClaimBuilder().File(
            "lista.xlsx",
            Read.Table("Nombres|Sexo\nAna|Tipo 1\nEva|Tipo 1\nLuis|Tipo 2"),
            EvidenceFormat.Xlsx
        );

        var finding = claim.ShouldRaise("list-sex-unclear");

        finding.Subject.ShouldBe("|Unread|3/3");
        finding.Arguments[1].ShouldContain("«Tipo 1», «Tipo 2»");
        claim.ShouldRaise("sex-list-missing").Subject.ShouldBe("List");
    }

    [Theory]
    [InlineData("40000001", "|1/3")]
    [InlineData("40000002", "|1/3")]
    [InlineData("40000003", null)]
    [InlineData("", null)]
    public void Examine_RowsThatRepeatANumberOfIdentity_AreCountedAndNotNamed(string last, string? subject)
    {
        var claim = new ClaimBuilder()
            .Goal(3, 3)
            .File(
                "lista.xlsx",
                Read.Table($"Nombres|DNI|Sexo\nAna|40000001|Mujer\nJuan|40000002|Hombre\nEva|{last}|Mujer"),
                EvidenceFormat.Xlsx
            );

        if (subject is null)
        {
            claim.ShouldNotRaise("person-repeated");
            return;
        }

        var finding = claim.ShouldRaise("person-repeated");

        finding.Subject.ShouldBe(subject);
        finding.Arguments.ShouldAllBe(argument => !argument.Contains("4000000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public void Examine_ListThatRepeatsAPerson_AgreesWithItsRowsAndItsPeople(int claimed, bool differs)
    {
        var claim = new ClaimBuilder()
            .Goal(3, claimed)
            .File(
                "lista.xlsx",
                Read.Table("Nombres|DNI|Sexo\nAna|40000001|Mujer\nJuan|40000002|Hombre\nAna|40000001|Mujer"),
                EvidenceFormat.Xlsx
            )
            .Build();

        var found = claim.Raised("claim-differs").Concat(claim.Raised("list-differs"));

        found.Any().ShouldBe(differs);
    }

    [Fact]
    public void Examine_RowsAgainstTheirTotalsRow_Differ() =>
        new ClaimBuilder()
            .Goal(101, 101)
            .File(
                "a.xlsx",
                Read.Table("Sede|Mujeres|Hombres|Total\nLima|70|20|90\nTotal|79|22|101"),
                EvidenceFormat.Xlsx
            )
            .ShouldRaise("sex-sum-differs")
            .Subject.ShouldBe("|Rows|79+22/101");

    [Fact]
    public void Examine_BelowTarget_IsToldOfTheYearAndOnlyUnexplained()
    {
        new ClaimBuilder()
            .Goal(120, 3)
            .Before(116)
            .ShouldRaise("below-target-unexplained")
            .Arguments.ShouldBe(["De la meta de 2023 se ejecutó 119 de 120 (99 %)."]);
        new ClaimBuilder().Goal(120, 3).Before(117).ShouldNotRaise("below-target-unexplained");
        new ClaimBuilder().Goal(120, 3).DuringTheYear().ShouldNotRaise("below-target-unexplained");
        new ClaimBuilder().Goal(120, null, outcome: Outcome.Rescheduled).ShouldNotRaise("below-target-unexplained");
        new ClaimBuilder()
            .Goal(120, 3)
            .Sent(sent => sent with { ImprovementActions = "Se repetirá el taller." })
            .ShouldNotRaise("below-target-unexplained");
    }

    [Fact]
    public void Examine_ActivityThatLeftThePlan_IsNotAskedFor()
    {
        var claim = new ClaimBuilder().WithoutFiles().NothingSent().Build();

        claim.Raised("nothing-submitted").ShouldHaveSingleItem();
        (claim with { IsOverdue = false }).Raised("nothing-submitted").ShouldBeEmpty();
        (claim with { Activity = claim.Activity with { Status = ActivityStatus.Suspended } })
            .Raised("nothing-submitted")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Examine_AnotherFigure_IsAnotherFinding()
    {
        var (one, other) = (FindingExamples.All["claim-differs"].Build(), Claim(300));

        one.Raised("claim-differs")[0].Subject.ShouldNotBe(other.Raised("claim-differs")[0].Subject);

        static ExaminedClaim Claim(int executed) =>
            new ClaimBuilder()
                .Goal(120, executed)
                .File("lista.xlsx", FindingExamples.People(100, 78), EvidenceFormat.Xlsx)
                .Build();
    }
}
