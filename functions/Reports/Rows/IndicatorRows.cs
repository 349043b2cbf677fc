using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The indicators of a year as rows. Pure.</summary>
/// <param name="progress">What was last sent in each period of the year so far, the first period first.</param>
internal sealed class IndicatorRows(Plan plan, int year, IEnumerable<ActivityProgress> progress)
{
    public const string OfObjective = "Objective";
    public const string OfService = "Service";

    private readonly ILookup<ActivityNumber, ProgressContent> contents = progress.ToLookup(
        claim => claim.Activity,
        claim => claim.Content
    );

    public ReportIndicatorRow Of(EvaluatedIndicator evaluated)
    {
        var (sheet, activity, result) = (evaluated.Sheet, evaluated.Activity, evaluated.Result);
        var content = SaidOf(activity.Number);
        var published = plan.Policy!.FindPublished(activity.Number, year);
        var range = RangeOf(evaluated);
        return new ReportIndicatorRow(
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            sheet.Code,
            activity.Title,
            evaluated.Service is null ? OfObjective : OfService,
            evaluated.Objective,
            evaluated.Service?.Code ?? "",
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            activity.UnitOfMeasure,
            sheet.Direction.ToString(),
            sheet.Method.ToString(),
            Number(sheet.Baseline),
            Flag(sheet.Baseline is not null),
            Flag(sheet is { Baseline: not null, IsBaselineInferred: true }),
            Number(result.Target),
            Number(result.Actual),
            Flag(result.Actual is not null),
            Number(result.Percent),
            Number(ComplianceRules.Shown(result.Percent ?? 0, 1)),
            Flag(result.Percent is not null),
            result.Missing?.ToString() ?? "",
            result.Information.ToString(),
            Flag(result.IsExceeded == true),
            Flag(result.IsExceeded == false),
            Flag(result.IsExceeded is null),
            result.BeyondTargetOf ?? 0,
            Number(published?.Percent),
            Flag(published is not null),
            Number(range?.Least),
            Number(range?.Largest),
            Flag(range is not null),
            Flag(published is not null && IsReproduced(evaluated, published)),
            PersonalData.Mask(SourceOf(sheet, content)),
            PersonalData.Mask(ReasonOf(result, content))
        );
    }

    /// <summary>
    /// What the actual comes from, or why there is none: as with the actual itself, a later period in which nothing was reported
    /// changes nothing. Null if nothing was sent.
    /// </summary>
    private ProgressContent? SaidOf(ActivityNumber activity)
    {
        var sent = contents[activity].Where(content => EntryOf(content) is not null).ToList();
        return sent.FindLast(content => EntryOf(content)!.Outcome != Outcome.NotReported) ?? sent.LastOrDefault();
    }

    private GoalEntry? EntryOf(ProgressContent? content) => content?.Goals.FirstOrDefault(goal => goal.Year == year);

    private static (decimal Least, decimal Largest)? RangeOf(EvaluatedIndicator evaluated) =>
        evaluated.Result is { Percent: not null, MeasuredTarget: { } target, MeasuredActual: { } actual }
            ? PublishedPercent.RangeOf(evaluated.Indicator, target, actual)
            : null;

    private static bool IsReproduced(EvaluatedIndicator evaluated, PublishedResult published) =>
        evaluated.Result is { Percent: not null, MeasuredTarget: { } target, MeasuredActual: { } actual }
        && PublishedPercent.IsReproduced(evaluated.Indicator, target, actual, published.Percent);

    private static string SourceOf(PolicyIndicator sheet, ProgressContent? content) =>
        string.IsNullOrWhiteSpace(content?.Source) ? sheet.Source : content.Source;

    /// <summary>Where there is an actual, an older reason no longer holds.</summary>
    private string ReasonOf(IndicatorResult result, ProgressContent? content) =>
        result.Information == InformationStatus.Reported ? "" : EntryOf(content)?.Reason ?? "";

    private static double Number(decimal? value) => (double)(value ?? 0);

    private static int Flag(bool value) => value ? 1 : 0;
}
