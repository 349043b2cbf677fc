using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Findings;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

public sealed class CoincidenceRulesTests
{
    private const string Number = "INFORME N° D000149-2023-CONADIS-URH";
    private const string Other = "INFORME N° D000160-2023-CONADIS-URH";

    [Fact]
    public void Examine_SameFileForTwoActivities_RaisesOneEach()
    {
        var same = FindingExamples.Same(EvidenceMatchKind.SameFile);
        var claim = new ClaimBuilder()
            .Coincides(same)
            .Coincides(same with { OtherFile = ClaimBuilder.Id(101) })
            .Coincides(same with { Elsewhere = new ClaimAddress(TestPlan.First, ClaimBuilder.Number) });

        claim
            .Build()
            .Raised("same-file")
            .Select(finding => finding.Elsewhere)
            .ShouldBe(
                [new ClaimAddress(TestPlan.First, ClaimBuilder.Number), ClaimBuilder.Elsewhere],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Examine_SameFileThreeTimes_TellsOfTheCopies() =>
        new ClaimBuilder()
            .File("a.pdf", Read.Lines("a"), sha256: "1")
            .File("b.pdf", Read.Lines("a"), sha256: "1")
            .File("c.pdf", Read.Lines("a"), sha256: "1")
            .Build()
            .Raised("same-file-twice")
            .Select(finding => finding.File)
            .ShouldBe([ClaimBuilder.Id(2), ClaimBuilder.Id(3)]);

    [Fact]
    public void Examine_SameFileTwice_TellsOfTheLaterOneWhateverItsId()
    {
        var claim = new ClaimBuilder()
            .File("a (1).pdf", Read.Lines("a"), sha256: "1")
            .File("a.pdf", Read.Lines("a"), sha256: "1")
            .Build();
        var (copy, first) = (claim.Files[0] with { At = TestPlan.WhileOpen.AddTicks(1) }, claim.Files[1]);

        (claim with { Files = [copy, first with { At = TestPlan.WhileOpen }] })
            .Raised("same-file-twice")
            .ShouldHaveSingleItem()
            .File.ShouldBe(copy.Id);
    }

    [Fact]
    public void Examine_NumberCitedAndSent_IsToldOnceAsCited() =>
        new ClaimBuilder()
            .Coincides(SameNumber(Number, Number))
            .Coincides(SameNumber(Number, Number) with { File = null })
            .ShouldRaise("same-number")
            .File.ShouldBeNull();

    [Fact]
    public void Examine_NumberWithinTheClaim_IsNotTold() =>
        new ClaimBuilder()
            .Coincides(SameNumber(Number, Number) with { Elsewhere = ClaimBuilder.Here })
            .ShouldNotRaise("same-number");

    [Theory]
    [InlineData(null, null, EvidenceMatchKind.NearDuplicate, "near-duplicate")]
    [InlineData(Number, null, EvidenceMatchKind.NearDuplicate, "near-duplicate")]
    [InlineData(Number, Other, EvidenceMatchKind.NearDuplicate, "same-text-other-number")]
    [InlineData(null, null, EvidenceMatchKind.SameFile, "same-file")]
    [InlineData(Number, Number, EvidenceMatchKind.SameNumber, "same-number")]
    public void Examine_NearDuplicate_IsToldByOneRule(string? here, string? there, EvidenceMatchKind also, string code)
    {
        var like = FindingExamples.Same(EvidenceMatchKind.NearDuplicate) with
        {
            Number = here is null ? null : Read.Reference(here),
            OtherNumber = there is null ? null : Read.Reference(there),
            Similarity = 0.9,
        };
        var claim = new ClaimBuilder().Coincides(like).Coincides(like with { Kind = also }).Build();

        FindingRules.Examine(claim).ShouldHaveSingleItem().Rule.Code.ShouldBe(code);
    }

    [Fact]
    public void Examine_NearDuplicateWithinTheClaim_IsToldOnceAndOnlyUnderTwoNumbers()
    {
        var like = FindingExamples.Same(EvidenceMatchKind.NearDuplicate) with
        {
            Elsewhere = ClaimBuilder.Here,
            OtherFile = ClaimBuilder.Id(2),
        };
        var one = like with { Number = Read.Reference(Number), OtherNumber = Read.Reference(Other) };
        var two = one with
        {
            File = one.OtherFile,
            OtherFile = one.File,
            Number = one.OtherNumber,
            OtherNumber = one.Number,
        };

        FindingRules.Examine(new ClaimBuilder().Coincides(like).Build()).ShouldBeEmpty();
        new ClaimBuilder()
            .Coincides(one)
            .Coincides(two)
            .ShouldRaise("same-text-other-number")
            .File.ShouldBe(ClaimBuilder.Id(2));
    }

    [Fact]
    public void Examine_NearlyAll_IsNotShownAsAll() =>
        new ClaimBuilder()
            .Coincides(FindingExamples.Same(EvidenceMatchKind.NearDuplicate) with { Similarity = 0.999 })
            .ShouldRaise("near-duplicate")
            .Arguments[1]
            .ShouldBe("99");

    private static EvidenceMatch SameNumber(string here, string there) =>
        FindingExamples.Same(EvidenceMatchKind.SameNumber) with
        {
            Number = Read.Reference(here),
            OtherNumber = Read.Reference(there),
            Match = DocumentMatch.Same,
        };
}
