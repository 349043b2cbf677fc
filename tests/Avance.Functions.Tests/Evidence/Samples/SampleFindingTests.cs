using System.Globalization;
using System.Security.Cryptography;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Samples;
using Avance.Samples.Evidence;
using Avance.Samples.Evidence.Expected;

namespace Avance.Functions.Tests.Evidence.Samples;

/// <summary>The rules object to what a person who knows the sample evidence objects to, and to nothing else.</summary>
public sealed class SampleFindingTests
{
    /// <summary>Texts that share so much of their runs of words are nearly the same.</summary>
    private const double NearlySame = 0.8;

    [Fact]
    public async Task Findings_OfEachClaim_AreThoseOfItsAuthors()
    {
        var read = await SampleReading.AllAsync();
        var claims = EvidenceSample.Claims.Select(claim => Examined(claim, read)).ToList();
        var whole = claims.ConvertAll(claim => claim with { EvidenceMatches = EvidenceMatches(claim, claims, read) });

        var found = whole.SelectMany(Findings).ToList();
        var expected = EvidenceSample
            .ReadExpected(Path.Combine(SampleReading.Folder, EvidenceSample.ExpectedFile))
            .Findings.Select(finding => (finding.Activity, finding.Code, finding.File))
            .ToList();

        var missed = expected.Except(found).Select(finding => $"not found: {finding}");
        var wrong = found.Except(expected).Select(finding => $"not expected: {finding}");
        missed.Concat(wrong).ShouldBeEmpty(string.Join('\n', missed.Concat(wrong)));
        Score.Of(expected, found).ShouldBe(new Score(expected.Count, expected.Count, expected.Count));
    }

    private static IEnumerable<(int, string, string?)> Findings(ExaminedClaim claim) =>
        FindingRules
            .Examine(claim)
            .Select(item =>
                (
                    claim.Activity.Number.Value,
                    item.Rule.Code,
                    claim.Files.FirstOrDefault(file => file.Id == item.Finding.File)?.Name
                )
            );

    private static ExaminedClaim Examined(SampleClaim claim, Dictionary<string, List<ReadSample>> read)
    {
        var number = new ActivityNumber(claim.Activity);
        var plan = SampleReading.Plan;
        var period = plan.FindPeriod(new Period(2023, 2))!;
        var outcome = claim.Executed is null ? Outcome.NotQuantified : Outcome.Reported;
        return new ExaminedClaim(
            plan.FindActivity(number)!,
            plan.Goals.Where(goal => goal.Activity == number && goal.CountsIn(2023)).ToValueList(),
            period,
            EndsYear: true,
            IsOverdue: true,
            claim.IsSent
                ? new ProgressContent(
                    [new GoalEntry(claim.GoalYear, outcome, claim.Executed)],
                    claim.Narrative,
                    claim.Cited.ToValueList(),
                    [],
                    claim.Problems,
                    claim.Actions,
                    ""
                )
                : null,
            claim.IsSent ? [new ReportedGoal(number, claim.GoalYear, period.Id, outcome, claim.Executed)] : [],
            claim.Files.Select((file, index) => Examined(claim, file, index, read[file.Name])).ToValueList(),
            IsComplete: true,
            []
        );
    }

    private static ExaminedFile Examined(SampleClaim claim, SampleFile file, int index, List<ReadSample> documents)
    {
        var id = EvidenceId.Parse($"{claim.Activity:x16}{index:x16}", CultureInfo.InvariantCulture);
        var state = documents[0].View.Trouble switch
        {
            null => EvidenceState.Read,
            nameof(ReadTrouble.TypeNotAllowed) or nameof(ReadTrouble.MacrosNotAllowed) => EvidenceState.Rejected,
            _ => EvidenceState.Unreadable,
        };
        return new ExaminedFile(
            id,
            file.Name,
            Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            state,
            documents.Select(document => document.View).ToValueList()
        );
    }

    /// <summary>Every pair of proofs of two claims, looked at one by one.</summary>
    private static ValueList<EvidenceMatch> EvidenceMatches(
        ExaminedClaim claim,
        List<ExaminedClaim> claims,
        Dictionary<string, List<ReadSample>> read
    ) =>
        claims
            .Where(other => other.Address != claim.Address)
            .SelectMany(other =>
                SameFiles(claim, other).Concat(SameNumbers(claim, other)).Concat(NearDuplicates(claim, other, read))
            )
            .ToValueList();

    private static IEnumerable<EvidenceMatch> SameFiles(ExaminedClaim claim, ExaminedClaim other) =>
        from file in claim.Files
        from same in other.Files
        where file.Sha256 == same.Sha256
        select new EvidenceMatch(
            EvidenceMatchKind.SameFile,
            file.Id,
            [],
            null,
            other.Address,
            same.Id,
            same.Name,
            null,
            DocumentMatch.Different,
            1
        );

    private static IEnumerable<EvidenceMatch> SameNumbers(ExaminedClaim claim, ExaminedClaim other) =>
        from here in Numbers(claim)
        from there in Numbers(other)
        let match = here.Number.Document.Match(there.Number.Document)
        where match != DocumentMatch.Different
        select new EvidenceMatch(
            EvidenceMatchKind.SameNumber,
            here.File?.Id,
            here.Path,
            here.Number,
            other.Address,
            there.File?.Id,
            there.File?.Name ?? "",
            there.Number,
            match,
            1
        );

    private static IEnumerable<EvidenceMatch> NearDuplicates(
        ExaminedClaim claim,
        ExaminedClaim other,
        Dictionary<string, List<ReadSample>> read
    ) =>
        from file in claim.Files
        from here in read[file.Name]
        from same in other.Files
        from there in read[same.Name]
        let similarity = here.Sketch is { } left && there.Sketch is { } right ? left.Similarity(right) : 0
        where similarity >= NearlySame
        select new EvidenceMatch(
            EvidenceMatchKind.NearDuplicate,
            file.Id,
            here.View.Path,
            DocumentNumbers.OwnOf(here.View),
            other.Address,
            same.Id,
            same.Name,
            DocumentNumbers.OwnOf(there.View),
            DocumentMatch.Different,
            similarity
        );

    /// <summary>What the claim cites, and what its documents bear.</summary>
    private static IEnumerable<(ExaminedFile? File, ValueList<string> Path, DocumentReference Number)> Numbers(
        ExaminedClaim claim
    )
    {
        foreach (var cited in claim.Claim is { } sent ? DocumentNumbers.CitedBy(sent.DocumentsCited) : [])
        {
            yield return (null, [], cited);
        }

        foreach (var file in claim.Files)
        {
            foreach (var document in file.Documents)
            {
                if (DocumentNumbers.OwnOf(document) is { } own)
                {
                    yield return (file, document.Path, own);
                }
            }
        }
    }
}
