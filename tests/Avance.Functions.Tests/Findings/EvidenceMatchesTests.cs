using Avance.Functions.Documents.Similarity;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Findings;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings;

public sealed class EvidenceMatchesTests
{
    private static readonly string Sketch = ContentSketch
        .Of(string.Join(' ', Enumerable.Range(1, 80).Select(number => $"palabra{number}")))!
        .ToString();

    [Fact]
    public void Between_ItsOwnFile_IsNoCoincidence()
    {
        var fingerprint = OfFile(22, 1) with { Sha256 = "aa", Sketch = Sketch };

        EvidenceMatches.Between([fingerprint], [fingerprint]).ShouldBeEmpty();
    }

    [Fact]
    public void Between_SameBytes_SaysNothingMoreOfWhatIsInThem()
    {
        DocumentFingerprint[] own = [OfFile(22, 1) with { Sha256 = "aa" }, OfFile(22, 1, 1) with { Sketch = Sketch }];
        DocumentFingerprint[] other = [OfFile(42, 2) with { Sha256 = "aa" }, OfFile(42, 2, 1) with { Sketch = Sketch }];

        EvidenceMatches.Between(own, other).ShouldHaveSingleItem().Kind.ShouldBe(EvidenceMatchKind.SameFile);
    }

    [Fact]
    public void Between_ClaimThatCitesItsOwnFile_IsAsItShouldBe()
    {
        var number = Read.Reference("INFORME N° D000149-2023-CONADIS-URH");
        var file = OfFile(22, 1) with { Number = number };
        var cited = file with { File = null };

        EvidenceMatches.Between([file, cited], [file, cited]).ShouldBeEmpty();
        EvidenceMatches.Between([cited], [OfFile(42, 2) with { Number = number }]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("INFORME N° 000149-2023-CONADIS-URH", true)]
    [InlineData("INFORME N° D000149-2022-CONADIS-URH", false)]
    [InlineData("INFORME N° D000149-2023-MIMP-OGRH", false)]
    public void Between_Numbers_AreThoseOfOneDocumentOrNot(string other, bool same)
    {
        var own = OfFile(22, 1) with { Number = Read.Reference("INFORME N° D000149-2023-CONADIS-URH") };

        var found = EvidenceMatches.Between([own], [OfFile(42, 2) with { Number = Read.Reference(other) }]);

        found.Count.ShouldBe(same ? 1 : 0);
    }

    [Fact]
    public void Between_WhateverTheOrder_IsTheSame()
    {
        DocumentFingerprint[] own = [OfFile(22, 1) with { Sketch = Sketch }, OfFile(22, 3) with { Sketch = Sketch }];
        DocumentFingerprint[] others =
        [
            OfFile(42, 2) with
            {
                Sketch = Sketch,
            },
            OfFile(43, 4) with
            {
                Sketch = Sketch,
            },
            .. own,
        ];

        var found = EvidenceMatches.Between(own, others);

        found.Count.ShouldBe(6);
        EvidenceMatches.Between([.. own.Reverse()], [.. others.Reverse()]).ShouldBe(found);
    }

    private static DocumentFingerprint OfFile(int activity, int file, int place = 0) =>
        new(
            TestPlan.Second,
            new ActivityNumber(activity),
            EvidenceId.Parse($"{file:x32}", null),
            place,
            place == 0 ? [] : [$"{place}.pdf"],
            "",
            null,
            ""
        );
}
