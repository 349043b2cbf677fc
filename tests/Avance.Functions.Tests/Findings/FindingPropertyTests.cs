using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Findings;

/// <summary>Claims made of parts of all examples.</summary>
public sealed class FindingPropertyTests
{
    private static readonly ExaminedClaim[] Parts = [.. FindingExamples.All.Values.Select(claim => claim.Build())];

    // Every example numbers its files from 1: here each is another file.
    private static readonly ExaminedFile[] Files =
    [
        .. Parts
            .SelectMany(claim => claim.Files)
            .Select((file, place) => file with { Id = ClaimBuilder.Id(place + 1) }),
    ];

    [Fact]
    public void Examine_FilesAndCoincidencesInAnotherOrder_RaisesTheSame() =>
        ShouldHold(claim =>
            Raised(claim)
                .SequenceEqual(
                    Raised(
                        claim with
                        {
                            Files = claim.Files.Reverse().ToValueList(),
                            EvidenceMatches = claim.EvidenceMatches.Reverse().ToValueList(),
                        }
                    )
                )
        );

    [Fact]
    public void Examine_SameClaimAgain_RaisesTheSame() =>
        ShouldHold(claim => Raised(claim).SequenceEqual(Raised(claim)));

    [Fact]
    public void Examine_AnyClaim_NamesEachFindingOnceAndOnlyItsOwnFiles() =>
        ShouldHold(claim =>
        {
            var raised = Raised(claim);
            return raised.Select(item => (item.Code, item.Finding.File, item.Finding.Subject)).Distinct().Count()
                    == raised.Count
                && raised.TrueForAll(item => item.Finding.File is not { } id || claim.Files.Any(file => file.Id == id));
        });

    [Fact]
    public void Examine_FilesStillToBeRead_SaysOfNothingThatItIsMissing() =>
        ShouldHold(claim =>
            Raised(claim with { IsComplete = false })
                .TrueForAll(item => !item.Code.EndsWith("-missing", StringComparison.Ordinal) || IsOfCited(item.Code))
        );

    private static bool IsOfCited(string code) => code is "number-missing" or "number-prefix-missing";

    private static List<(string Code, RaisedFinding Finding)> Raised(ExaminedClaim claim) =>
        [.. FindingRules.Examine(claim).Select(item => (item.Rule.Code, item.Finding))];

    private static void ShouldHold(Func<ExaminedClaim, bool> holds) =>
        Prop.ForAll(Claims().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<ExaminedClaim> Claims() =>
        from claim in Gen.Elements(Parts)
        from files in Gen.Elements(Files).ListOf()
        from like in Gen.Elements(Parts.SelectMany(part => part.EvidenceMatches).ToArray()).ListOf()
        from there in Gen.Choose(1, 3)
        from executed in Gen.Choose(0, 200)
        select claim with
        {
            Files = files.DistinctBy(file => file.Id).Take(6).ToValueList(),
            EvidenceMatches = like.Take(6)
                .Select(
                    (same, place) =>
                        same with
                        {
                            File = same.File is null ? null : ClaimBuilder.Id(place + 1),
                            Elsewhere = same.Elsewhere with { Activity = new ActivityNumber(there + 37) },
                            OtherFile = ClaimBuilder.Id(place + there),
                        }
                )
                .ToValueList(),
            Claim = claim.Claim is { } sent
                ? sent with
                {
                    Goals = sent
                        .Goals.Select(goal => goal.Executed is null ? goal : goal with { Executed = executed })
                        .ToValueList(),
                }
                : null,
        };
}
