using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Findings;

/// <summary>What the rules say of a real plan, and of what its units reported and cited.</summary>
public sealed class SamplePlanFindingsTests
{
    private static readonly Plan Plan = PlanFileBuilder.Sample().Build();

    private static readonly Dictionary<ActivityNumber, List<ReferenceProgress>> Reported = ReferenceProgress
        .Read(RepositoryRoot.File("samples/psig-2022-2023"))
        .GroupBy(goal => new ActivityNumber(goal.Activity))
        .ToDictionary(goals => goals.Key, goals => goals.ToList());

    private static readonly Dictionary<ActivityNumber, ValueList<DocumentReference>> Cited = Reported.ToDictionary(
        item => item.Key,
        item => DocumentNumbers.CitedBy(Content(item.Value).DocumentsCited)
    );

    [Fact]
    public void RequiredEvidence_EachActivity_IsWhatItsWordsAskFor() =>
        string.Concat(Plan.Activities.Select(activity => $"{activity.Number}\t{Words(activity)}\n"))
            .ShouldMatchGolden("required-evidence.txt");

    [Fact]
    public void Examine_WhatUnitsReported_GivesTheseFindings() =>
        string.Concat(
                from activity in Plan.Activities
                from item in FindingRules.Examine(Claim(activity))
                // No unit sent a file: of these there is one an activity.
                where item.Rule.Code != "evidence-missing"
                select $"{activity.Number}\t{item.Rule.Code}\t{item.Finding.Message(item.Rule.Code)}\n"
            )
            .ShouldMatchGolden("findings-of-2023.txt");

    [Fact]
    public void Examine_WhatUnitsReported_LacksFilesWhereverAFigureIsClaimed() =>
        Plan
            .Activities.Where(activity => Claim(activity).Raised("evidence-missing").Count > 0)
            .Select(activity => activity.Number.Value)
            .ShouldBe(
                Reported.Where(item => item.Value.Exists(goal => goal.Executed > 0)).Select(item => item.Key.Value)
            );

    private static string Words(Activity activity)
    {
        var required = RequiredEvidence.Of(activity);
        return string.Join(
            '\t',
            activity.UnitOfMeasure,
            activity.EvidenceRequirement,
            $"actions: {string.Join(' ', required.Actions)}",
            $"forms: {string.Join(' ', required.Forms)}",
            required.ListBySex ? "list by sex"
                : required.BySex ? "by sex"
                : "",
            required.AsksForNumbered ? "numbered" : "",
            UnitWords.Of(activity.UnitOfMeasure).IsDocument ? "" : "comparable"
        );
    }

    private static ExaminedClaim Claim(Activity activity)
    {
        var rows = Reported[activity.Number];
        var address = new ClaimAddress(TestPlan.Second, activity.Number);
        return new ExaminedClaim(
            activity,
            Plan.GoalsOf(activity.Number, 2023).ToValueList(),
            Plan.FindPeriod(TestPlan.Second)!,
            EndsYear: true,
            IsOverdue: true,
            Content(rows),
            rows.Select(goal => new ReportedGoal(
                    activity.Number,
                    goal.GoalYear,
                    TestPlan.Second,
                    OutcomeOf(goal),
                    goal.Executed
                ))
                .ToValueList(),
            [],
            IsComplete: true,
            EvidenceMatches(address).ToValueList()
        );
    }

    private static IEnumerable<EvidenceMatch> EvidenceMatches(ClaimAddress address) =>
        from here in Cited[address.Activity]
        from other in Cited
        where other.Key != address.Activity
        from there in other.Value
        let match = here.Document.Match(there.Document)
        where match != DocumentMatch.Different
        select new EvidenceMatch(
            EvidenceMatchKind.SameNumber,
            null,
            [],
            here,
            address with
            {
                Activity = other.Key,
            },
            null,
            "",
            there,
            match,
            1
        );

    private static ProgressContent Content(List<ReferenceProgress> rows) =>
        new(
            rows.Select(goal => new GoalEntry(goal.GoalYear, OutcomeOf(goal), goal.Executed)).ToValueList(),
            "",
            rows.SelectMany(goal => goal.Documents).Distinct().ToValueList(),
            [],
            "",
            "",
            ""
        );

    private static Outcome OutcomeOf(ReferenceProgress goal) =>
        Enum.Parse<Outcome>(goal.Outcome.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
