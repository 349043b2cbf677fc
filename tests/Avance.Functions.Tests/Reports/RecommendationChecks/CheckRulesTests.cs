using Avance.Functions.Plans;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.RecommendationChecks;

public sealed class CheckRulesTests
{
    private const string Training = "Capacitar al personal en prevención del hostigamiento sexual";
    private const string Campaign = "Difundir la campaña contra la violencia de género";
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");
    private static readonly Plan Before = Titled(new TestPlan().Activity(1).Activity(2, "DTEG"), Training, Campaign);

    [Fact]
    public void Check_ActivityWithTheSameNumberAndTitle_AnswersIt()
    {
        var one = Check(Titled(new TestPlan().Activity(1).Activity(2), Training, Campaign), activity: 1);

        (one.Match, one.AnsweredBy, one.AnsweredByTitle).ShouldBe(
            (CheckMatch.SameActivity, new ActivityNumber(1), Training)
        );
        (one.State, one.Version).ShouldBe((CheckState.Open, 0));
    }

    [Fact]
    public void Check_ActivityUnderAnotherNumber_IsFoundByItsTitle()
    {
        var renumbered = Titled(
            new TestPlan().Activity(1).Activity(9),
            Campaign,
            "Capacitar al personal en la prevención del hostigamiento sexual laboral"
        );

        var one = Check(renumbered, activity: 1);

        (one.Match, one.AnsweredBy).ShouldBe((CheckMatch.SimilarTitle, new ActivityNumber(9)));
    }

    [Fact]
    public void Check_NothingLikeIt_AnswersNothing()
    {
        var one = Check(Titled(new TestPlan().Activity(1), "Aprobar el reglamento interno"), activity: 1);

        (one.Match, one.AnsweredBy, one.AnsweredByTitle).ShouldBe((CheckMatch.None, null, ""));
    }

    [Fact]
    public void Check_SuspendedActivity_AnswersNothing()
    {
        var plan = Titled(new TestPlan().Activity(1, status: ActivityStatus.Suspended), Training);

        Check(plan, activity: 1).Match.ShouldBe(CheckMatch.None);
    }

    [Theory]
    [InlineData("OGRH", CheckMatch.SameUnit)]
    [InlineData("OTIC", CheckMatch.None)]
    public void Check_RecommendationToAUnit_AsksWhetherItHasActivities(string unit, CheckMatch expected) =>
        Check(Titled(new TestPlan().Activity(1), Training), activity: null, unit).Match.ShouldBe(expected);

    [Fact]
    public void Check_ActivityThatThePlanBeforeNoLongerHas_IsAnsweredByNothing() =>
        Check(Titled(new TestPlan().Activity(1), Training), activity: 9).Match.ShouldBe(CheckMatch.None);

    [Fact]
    public void Decide_Anew_MakesTheFirstVersion()
    {
        var decision = Decide(null, 0, new CheckRequest(CheckState.Addressed, " La actividad 3 lo hace. "))
            .ShouldSucceed();

        decision.ShouldBe(
            new CheckDecision(CheckState.Addressed, "La actividad 3 lo hace.", 1, "cuenta-1", TestPlan.Opens)
        );
    }

    [Fact]
    public void Decide_SameAgain_IsTheSameDecision()
    {
        var first = Decide(null, 0, new CheckRequest(CheckState.Addressed)).ShouldSucceed();

        Decide(first, 0, new CheckRequest(CheckState.Addressed)).ShouldSucceed().ShouldBeSameAs(first);
    }

    [Fact]
    public void Decide_OnAnOlderVersion_IsRefused()
    {
        var first = Decide(null, 0, new CheckRequest(CheckState.Addressed)).ShouldSucceed();

        Decide(first, 0, new CheckRequest(CheckState.Open)).ShouldBeRefused("edit-changed");
    }

    [Theory]
    [InlineData(CheckState.NotApplicable, 9, "check-reason")]
    [InlineData(CheckState.NotApplicable, 1_001, "text-too-long")]
    [InlineData(CheckState.Addressed, 1_001, "text-too-long")]
    public void Decide_NoteTooShortOrLong_IsRefusedAtItsField(CheckState state, int length, string code) =>
        Decide(null, 0, new CheckRequest(state, new string('a', length))).ShouldBeRefused(code).Field.ShouldBe("note");

    [Theory]
    [InlineData("Capacitar a las servidoras", "capacitar servidoras", 1)]
    [InlineData("Difusión de la campaña", "DIFUSION CAMPANA", 1)]
    [InlineData("Aprobar el reglamento", "Difundir la campaña", 0)]
    [InlineData("", "", 0)]
    public void Similarity_OfTitles_IsThatOfTheirWords(string one, string other, double expected) =>
        TitleSimilarity.Of(one, other).ShouldBe(expected, 0.001);

    private static Functions.Http.Result<CheckDecision> Decide(
        CheckDecision? current,
        int seen,
        CheckRequest request
    ) => CheckRules.Decide(current, seen, request, Secretariat, TestPlan.Opens);

    private static CheckedRecommendation Check(Plan plan, int? activity, string unit = "OGRH") =>
        CheckRules
            .Check(plan, Before, [Recommend(activity, unit)], new Dictionary<RecommendationId, CheckDecision>())
            .ShouldHaveSingleItem();

    private static Plan Titled(TestPlan plan, params string[] titles)
    {
        var built = plan.Build();
        return built with
        {
            Activities = [.. built.Activities.Zip(titles, (activity, title) => activity with { Title = title })],
        };
    }

    private static Recommendation Recommend(int? activity, string unit) =>
        new(
            RecommendationId.Parse("a-0f8fad5b-d9cb-469f-a165-70867728950e", null),
            RecommendationReason.Added,
            new UnitCode(unit),
            activity is { } number ? new ActivityNumber(number) : null,
            "",
            "",
            "Remitir el informe con su número.",
            RecommendationOrigin.Added,
            false,
            false,
            1,
            "cuenta-1",
            TestPlan.Opens
        );
}
