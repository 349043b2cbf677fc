using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

public sealed class FigureRulesTests
{
    private const string Percent = "Porcentaje de personas capacitadas que aprobaron el curso";

    [Theory]
    [InlineData(178)] // both lists
    [InlineData(100)] // one of them
    [InlineData(350)] // with a third document
    [InlineData(172)] // that document alone
    public void Examine_AnySelectionOfDocuments_MayBeWhatIsClaimed(int claimed) =>
        Lists(claimed).ShouldNotRaise("claim-differs");

    [Fact]
    public void Examine_NoSelectionOfDocuments_GivesTheNearestWithItsParts()
    {
        var finding = Lists(180).ShouldRaise("claim-differs");

        finding.Subject.ShouldBe("2023|180/178");
        finding.Arguments[3].ShouldContain("100 «a.xlsx»");
        finding.Arguments[3].ShouldContain("78 «b.xlsx»");
    }

    [Fact]
    public void Examine_SameListTwice_CountsOnce() =>
        new ClaimBuilder()
            .Goal(6, 6)
            .File("a.xlsx", FindingExamples.People(2, 1), EvidenceFormat.Xlsx, sha256: "1")
            .File("b.xlsx", FindingExamples.People(2, 1), EvidenceFormat.Xlsx, sha256: "1")
            .ShouldRaise("claim-differs");

    [Fact]
    public void Examine_ReportAndItsList_CountTheSamePeople() =>
        new ClaimBuilder()
            .Goal(6, 6)
            .File("informe.pdf", Both("Se capacitó a 2 mujeres y 1 hombre.", FindingExamples.People(2, 1)))
            .ShouldRaise("claim-differs")
            .Arguments[2]
            .ShouldBe("3");

    [Fact]
    public void Examine_SessionsOfOneDocument_AddUp() =>
        new ClaimBuilder()
            .Goal(7, 7)
            .File("lista.xlsx", Both("", FindingExamples.People(2, 1), FindingExamples.People(1, 3)))
            .ShouldNotRaise("claim-differs");

    [Fact]
    public void Examine_EvidenceOfTheWholeYear_ProvesItsSecondHalf() =>
        new ClaimBuilder().Goal(5, 1).Before(2).ShouldNotRaise("claim-differs");

    [Fact]
    public void Examine_EvidenceOfBothGoals_ProvesEach() =>
        new ClaimBuilder().Goal(2, 2, year: 2022).Goal(1, 1).ShouldNotRaise("claim-differs");

    [Theory]
    [InlineData("Informe", false)]
    [InlineData("Documento aprobado", false)]
    [InlineData("Taller", false)]
    [InlineData("Número de personas", true)]
    public void Examine_UnitThatCountsNoPeople_IsNotComparedWithThem(string unit, bool expected) =>
        (
            new ClaimBuilder()
                .Activity(unit: unit)
                .Goal(1, 1)
                .File("lista.xlsx", FindingExamples.People(2, 1), EvidenceFormat.Xlsx)
                .Build()
                .Raised("claim-differs")
                .Count == 1
        ).ShouldBe(expected);

    [Fact]
    public void Examine_UnitOfMeasureInTheText_IsCompared() =>
        new ClaimBuilder()
            .Activity(unit: "Taller")
            .Goal(4, 6)
            .File("informe.pdf", Read.Lines("INFORME\nSe realizaron 4 talleres de capacitación."))
            .ShouldRaise("claim-differs")
            .Arguments[2]
            .ShouldBe("4");

    [Theory]
    [InlineData("De los 6 planes de trabajo presentados, 4 fueron adecuados.", "Planes de trabajo", 4, 6)]
    [InlineData("De los 44 protocolos de la PNIG, se concluyeron tres.", "Protocolos", 3, 4)]
    [InlineData("La meta programada es de 12 comunicados. Se difundieron siete piezas.", "Comunicados", 7, 10)]
    [InlineData("El indicador dice 12 comunicados. Se difundieron siete piezas.", "Comunicados", 7, 12)]
    [InlineData("18 comunicados: 10 en el primer semestre y 8 en el segundo semestre", "Comunicados", 8, 18)]
    public void Examine_PartOfAWholeOrTarget_IsNotContradicted(string text, string unit, int claimed, int target) =>
        new ClaimBuilder()
            .Activity(unit: unit)
            .Goal(target, claimed)
            .File("informe.pdf", Read.Lines(text))
            .ShouldNotRaise("claim-differs");

    [Theory]
    [InlineData("De un total de 250 servidores, participaron 30 mujeres y 15 hombres.")]
    [InlineData("Se convocó a 300 personas, de las cuales asistieron 30 mujeres y 15 hombres.")]
    public void Examine_PeopleInvited_AreNoTotalOfThoseWhoCame(string text)
    {
        var claim = new ClaimBuilder().Goal(45, 45).File("informe.pdf", Read.Lines(text));

        claim.ShouldNotRaise("sex-sum-differs");
        claim.ShouldNotRaise("claim-differs");
    }

    [Theory]
    [InlineData("Aprobó el 95 % de las personas capacitadas: 38 personas.", false)]
    [InlineData("Aprobó el 94.6 % de las personas capacitadas.", false)]
    [InlineData("Aprobó el 80 % de las personas capacitadas.", true)]
    [InlineData("Aprobaron 38 personas.", false)]
    public void Examine_PercentGoal_IsComparedWithPercentsOnly(string text, bool expected) =>
        (
            new ClaimBuilder()
                .Activity(unit: Percent)
                .Goal(70, 95, GoalMeasure.Percent)
                .File("informe.pdf", Read.Lines(text))
                .Build()
                .Raised("claim-differs")
                .Count == 1
        ).ShouldBe(expected);

    [Fact]
    public void Examine_FigureReadWithADoubt_ContradictsNothing() =>
        new ClaimBuilder()
            .Goal(9, 9)
            .File("lista.xlsx", Read.Table("N°|Nombres|Sexo\n1|Ana|F\n2|Rosa|F\n9|Juan|M"), EvidenceFormat.Xlsx)
            .ShouldNotRaise("claim-differs");

    [Fact]
    public void Examine_SoManyListsThatAnythingAddsUp_ContradictsNothing()
    {
        var claim = new ClaimBuilder().Goal(9_999, 9_999);
        foreach (var place in Enumerable.Range(0, 40))
        {
            claim.File($"{place}.pdf", Read.Lines($"Participaron {1 + (place * place * 7)} mujeres y 3 hombres."));
        }

        claim.ShouldNotRaise("claim-differs");
    }

    [Fact]
    public void Examine_FileThatCannotBeRead_MayHoldTheRest() =>
        Lists(180).File("c.xlsx", ReadTrouble.Encrypted).ShouldNotRaise("claim-differs");

    [Theory]
    [InlineData(178, 180, true)]
    [InlineData(100, 180, false)]
    [InlineData(180, 180, false)]
    [InlineData(7, 10, true)]
    [InlineData(6, 10, false)]
    public void Examine_ListNearWhatTheTextSays_IsHeldAgainstIt(int listed, int claimed, bool expected) =>
        (
            new ClaimBuilder()
                .Goal(claimed, claimed)
                .File("informe.pdf", Read.Lines($"Se capacitó a {claimed} servidores en la capacitación."))
                .File("lista.xlsx", FindingExamples.People(listed - 1, 1), EvidenceFormat.Xlsx)
                .Build()
                .Raised("list-differs")
                .Count == 1
        ).ShouldBe(expected);

    [Theory]
    [InlineData("Se capacitó a 25 servidores.", true)]
    [InlineData("Participaron 20 mujeres y 5 hombres.", true)]
    [InlineData("De 25 servidores se capacitó a 3.", false)]
    [InlineData("La meta era de 120 servidores.", false)]
    [InlineData("Se capacitó a 2 servidoras y a 3 servidores.", false)]
    [InlineData("Se hicieron 25 talleres.", false)]
    public void Examine_Narrative_ContradictsOnlyByItsUnit(string narrative, bool expected) =>
        (
            new ClaimBuilder()
                .Goal(120, 3)
                .Sent(sent => sent with { Narrative = narrative, Problems = "Rotación." })
                .Build()
                .Raised("narrative-contradicts")
                .Count == 1
        ).ShouldBe(expected);

    [Fact]
    public void Examine_NothingDone_IsNotHeldAgainstAMovedGoal() =>
        new ClaimBuilder().Goal(120, null, outcome: Outcome.Rescheduled).ShouldNotRaise("evidence-not-claimed");

    private static ClaimBuilder Lists(int claimed) =>
        new ClaimBuilder()
            .Goal(120, claimed)
            .File("a.xlsx", FindingExamples.People(60, 40), EvidenceFormat.Xlsx)
            .File("b.xlsx", FindingExamples.People(50, 28), EvidenceFormat.Xlsx)
            .File("c.pdf", Read.Lines("Participaron 100 mujeres y 72 hombres."));

    private static DocumentText Both(string text, params DocumentText[] tables) =>
        Read.Lines(text) with
        {
            Tables = tables.SelectMany(table => table.Tables).ToValueList(),
        };
}
