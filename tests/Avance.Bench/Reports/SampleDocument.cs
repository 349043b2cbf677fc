using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Texts;
using Avance.Samples;

namespace Avance.Bench.Reports;

/// <summary>Compiled reports with what the secretariat adds to them.</summary>
internal static class SampleDocument
{
    private static readonly Period Second = new(2023, 2);
    private static readonly DateTimeOffset At = new(2024, 1, 31, 9, 0, 0, TimeSpan.FromHours(-5));

    /// <summary>The annual report of the sample plan: 66 activities, each evaluated in three sentences.</summary>
    public static ReportSources Sample()
    {
        var folder = RepositoryRoot.File("samples/psig-2022-2023");
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"), Holidays.Peru);
        if (!PlanFile.Read(File.ReadAllBytes($"{folder}.xlsx")).Succeeded(out var file, out var error))
        {
            throw new InvalidOperationException($"The sample plan was refused: {error.Code}.");
        }

        var plan = PlanParser.Parse(new PlanId("psig-2022-2023"), file, null, calendar).Draft!;
        return Compile(plan, [.. ReferenceProgress.Read(folder).Select(Sent)], 3);
    }

    /// <summary>A plan whose activities are evaluated in 20,000 characters each.</summary>
    public static ReportSources Large(int activities) =>
        Compile(SamplePlan.Create(SamplePlan.Id(0), activities: activities), [], SamplePlan.LongEvaluation);

    private static ReportSources Compile(Plan plan, IReadOnlyCollection<SentGoal> sent, int sentences)
    {
        var evaluations = plan.Activities.ToDictionary(one => one.Number, _ => SamplePlan.Evaluation(sentences));
        var result = ReportCompiler.Evaluate(plan, Second, sent);
        var drafts = RecommendationRules.Draft(plan, result, [], EvaluationNote.Of(evaluations));
        var report = ReportCompiler.Compile(
            plan,
            Second,
            new ReportInputs(sent)
            {
                Evaluations = evaluations,
                Recommendations = RecommendationRules.Merge(plan, drafts, [], []),
            }
        );
        var texts = TextDrafts
            .Of(plan, TextFigures.Of(report))
            .ToDictionary(draft => draft.Section.ToString(), draft => draft.Text, StringComparer.Ordinal);
        return new ReportSources(plan, [report], texts, At);
    }

    private static SentGoal Sent(ReferenceProgress goal)
    {
        var number = new ActivityNumber(goal.Activity);
        var outcome = Enum.Parse<Outcome>(goal.Outcome, ignoreCase: true);
        var counted = new ReportedGoal(number, goal.GoalYear, Second, outcome, goal.Executed);
        return new SentGoal(number, goal.GoalYear, Second, ProgressState.Accepted, false, counted);
    }
}
