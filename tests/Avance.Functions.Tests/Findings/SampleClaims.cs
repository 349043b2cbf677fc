using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Findings;

/// <summary>What the units of the sample plan reported and cited for 2023, as claims without files.</summary>
internal static class SampleClaims
{
    public static Plan Plan { get; } = PlanFileBuilder.Sample().Build();

    public static IReadOnlyDictionary<ActivityNumber, List<ReferenceProgress>> Reported { get; } =
        ReferenceProgress
            .Read(RepositoryRoot.File("samples/psig-2022-2023"))
            .GroupBy(goal => new ActivityNumber(goal.Activity))
            .ToDictionary(goals => goals.Key, goals => goals.ToList());

    private static readonly Dictionary<ActivityNumber, ValueList<DocumentReference>> Cited = Reported.ToDictionary(
        item => item.Key,
        item => DocumentNumbers.CitedBy(Content(item.Value).DocumentsCited)
    );

    /// <summary>What was sent, accepted.</summary>
    public static IReadOnlyList<SentGoal> Sent { get; } =
    [
        .. from rows in Reported.Values
        from goal in rows
        let number = new ActivityNumber(goal.Activity)
        select new SentGoal(
            number,
            goal.GoalYear,
            TestPlan.Second,
            ProgressState.Accepted,
            false,
            new ReportedGoal(number, goal.GoalYear, TestPlan.Second, OutcomeOf(goal), goal.Executed)
        ),
    ];

    /// <summary>What the rules find in it, but for missing files: no unit sent one.</summary>
    public static IReadOnlyList<Finding> Findings() =>
        [
            .. from activity in Plan.Activities
            from item in FindingRules.Examine(Of(activity))
            where item.Rule.Code != "evidence-missing"
            select Finding.Raise(
                new ClaimAddress(TestPlan.Second, activity.Number),
                item.Rule,
                item.Finding,
                TestPlan.WhileOpen
            ),
        ];

    public static ExaminedClaim Of(Activity activity)
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
