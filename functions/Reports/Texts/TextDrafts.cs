using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Texts;

/// <summary>The templates of the texts with the figures of a report in them. Pure. See docs/rules.md.</summary>
public sealed class TextDrafts
{
    private const string Code = "report-text";

    /// <summary>How many units the summary names as the highest, and as the lowest.</summary>
    private const int Named = 3;

    private readonly Plan plan;
    private readonly TextFigures figures;
    private readonly bool endsYear;
    private readonly List<ReportUnitRow> ranked;

    private TextDrafts(Plan plan, TextFigures figures)
    {
        this.plan = plan;
        this.figures = figures;
        endsYear = plan.Periods.All(other =>
            other.Id.Year != figures.Period.Year || other.Id.CompareTo(figures.Period) <= 0
        );
        ranked = [.. figures.Units.Where(unit => unit.Rank > 0).OrderBy(unit => unit.Rank)];
    }

    private string When => Say(endsYear ? "year" : "semester", $"{figures.Period.Year}");

    private string GreenFrom => FindingText.Figure(plan.Header.Settings.GreenFrom);

    private string AmberFrom => FindingText.Figure(plan.Header.Settings.AmberFrom);

    /// <summary>The drafts of all sections, in the order of the report; units by code.</summary>
    public static ValueList<TextDraft> Of(Plan plan, TextFigures figures)
    {
        var drafts = new TextDrafts(plan, figures);
        if (figures.Policy is { } policy)
        {
            var ofPolicy = new PolicyTextDrafts(figures.Plan, policy, drafts.When);
            return
            [
                new TextDraft(TextSection.Presentation, Say("presentation"), ofPolicy.Presentation()),
                new TextDraft(TextSection.LegalBasis, Say("legal-basis"), drafts.LegalBasis()),
                new TextDraft(TextSection.Summary, Say("summary"), ofPolicy.Summary()),
                new TextDraft(TextSection.Conclusions, Say("conclusions"), ofPolicy.Conclusions()),
            ];
        }

        return
        [
            new TextDraft(TextSection.Presentation, Say("presentation"), drafts.Presentation()),
            new TextDraft(TextSection.LegalBasis, Say("legal-basis"), drafts.LegalBasis()),
            new TextDraft(TextSection.Summary, Say("summary"), drafts.Summary()),
            .. figures.Units.Select(unit => new TextDraft(
                TextSection.OfUnit(new UnitCode(unit.Unit)),
                Say("unit", unit.UnitName, unit.Unit),
                drafts.OfUnit(unit)
            )),
            new TextDraft(TextSection.Conclusions, Say("conclusions"), drafts.Conclusions()),
        ];
    }

    private string Presentation() =>
        Paragraphs(
            Say("presented", figures.Plan.Name, When, ReportWords.Count("unit", figures.Units.Count)),
            Say("purpose", figures.Plan.WorkingGroup, figures.Plan.Body),
            Say("method")
        );

    private string LegalBasis()
    {
        var header = plan.Header;
        return Paragraphs(
            header.FirstYear == header.LastYear
                ? Say("one-year", figures.Plan.Name, $"{header.FirstYear}")
                : Say("years", figures.Plan.Name, $"{header.FirstYear}", $"{header.LastYear}"),
            Say("item", header.LegalBasis),
            Say("follow-up", figures.Plan.WorkingGroup)
        );
    }

    private string Summary()
    {
        var row = figures.Plan;
        return Paragraphs(
            Say(
                "programmed",
                Capital(When),
                ReportWords.Count("programmed", row.Programmed),
                ReportWords.Count("unit", row.Units)
            ),
            row.Programmed == 0
                ? null
                : Say(
                    "reached",
                    ReportWords.Count("reached", row.FullyExecuted),
                    ReportWords.Count("unreached", row.BelowFullExecution),
                    Level
                ),
            ranked.Count == 0 ? null
                : ranked.Count <= 2 * Named ? Say("ranking", Units(ranked))
                : Say("extremes", Units(ranked.Take(Named)), Units(ranked.TakeLast(Named))),
            ranked.Count == 0
                ? null
                : Say(
                    "lights",
                    GreenFrom,
                    AmberFrom,
                    UnitsOf(TrafficLight.Green),
                    UnitsOf(TrafficLight.Amber),
                    UnitsOf(TrafficLight.Red)
                ),
            endsYear ? null : Say("still-open")
        );
    }

    private string OfUnit(ReportUnitRow unit)
    {
        var goals = Goals(unit.Unit).ToList();
        var open = goals.FindAll(goal => goal.FullyExecuted == 0);
        return Paragraphs(
            Say(
                "unit-programmed",
                unit.UnitName,
                unit.Unit,
                ReportWords.Count("programmed", unit.Programmed),
                ReportWords.Count("reached", unit.FullyExecuted),
                ReportWords.Count("unreached", unit.Programmed - unit.FullyExecuted)
            ),
            unit.Rank == 0
                ? Say("unit-unranked")
                : Say(
                    "unit-rank",
                    Percent(unit.ComplianceShown),
                    $"{unit.Rank}",
                    ReportWords.Count("unit", ranked.Count)
                ),
            open.Count == 0
                ? Say(goals.Count == 1 ? "unit-reached-one" : "unit-reached-all")
                : string.Join('\n', open.Select(GoalLine).Prepend(Say(open.Count == 1 ? "unit-open-one" : "unit-open")))
        );
    }

    private string Conclusions()
    {
        var low = ranked.FindAll(unit => unit.TrafficLight == nameof(TrafficLight.Red));
        var idle = Goals(null).Where(goal => goal is { InMean: 1, Executed: 0 }).ToList();
        var unknown = Goals(null).Where(goal => goal.Outcome == nameof(Outcome.NotQuantified)).ToList();
        return Paragraphs(
            figures.Plan.Programmed == 0
                ? null
                : Say(
                    "level",
                    figures.Plan.Name,
                    When,
                    Level,
                    ReportWords.Count("programmed", figures.Plan.Programmed),
                    ReportWords.Count("reached", figures.Plan.FullyExecuted)
                ),
            low.Count == 0
                ? Say("none-low", AmberFrom)
                : Say("low", AmberFrom, ReportWords.Count("unit", low.Count), Units(low)),
            idle.Count == 0 ? null : Say("idle", Activities(idle)),
            unknown.Count == 0 ? null : Say("unknown", Activities(unknown)),
            Say("closing")
        );
    }

    private string Level => FindingText.Figure((decimal)figures.Plan.ExecutionLevelShown);

    /// <summary>The goals in the count, of a unit or of all.</summary>
    private IEnumerable<ReportGoalRow> Goals(string? unit) =>
        figures.Goals.Where(goal =>
            (unit is null || goal.Unit == unit)
            && goal.Outcome is not (nameof(Outcome.Reformulated) or nameof(Outcome.Suspended))
        );

    private string GoalLine(ReportGoalRow goal)
    {
        var title = figures.Activities.First(activity => activity.Activity == goal.Activity).Title;
        var said = goal.Outcome switch
        {
            nameof(Outcome.NotQuantified) => Say("not-quantified"),
            nameof(Outcome.Rescheduled) => Say("rescheduled"),
            _ => Say("executed", Amount(goal, goal.Executed), Amount(goal, goal.Target), Percent(goal.PercentShown)),
        };
        return Say("item", Say("goal", $"{goal.Activity}", title, $"{goal.GoalYear}", said));
    }

    private string UnitsOf(TrafficLight light) =>
        ReportWords.Count("unit", figures.Units.Count(unit => unit.TrafficLight == light.ToString()));

    private static string Activities(IEnumerable<ReportGoalRow> goals) =>
        ReportWords.Activities(goals.Select(goal => new ActivityNumber(goal.Activity)));

    private static string Units(IEnumerable<ReportUnitRow> units) =>
        ReportWords.List([.. units.Select(unit => Say("unit-percent", unit.Unit, Percent(unit.ComplianceShown)))]);

    private static string Amount(ReportGoalRow goal, double value) =>
        goal.Measure == nameof(GoalMeasure.Percent)
            ? $"{FindingText.Figure((decimal)value)} %"
            : FindingText.Figure((decimal)value);

    private static string Percent(long shown) => FindingText.Figure(shown);

    private static string Capital(string text) => char.ToUpper(text[0], Messages.Culture) + text[1..];

    private static string Say(string key, params object?[] arguments) => Messages.Text($"{Code}.{key}", arguments);

    private static string Paragraphs(params string?[] paragraphs) => string.Join("\n\n", paragraphs.OfType<string>());
}
