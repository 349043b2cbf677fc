using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The activities of a year as rows. Pure.</summary>
internal sealed class ActivityRows(Plan plan, ReportInputs inputs)
{
    private readonly Dictionary<ActivityNumber, ActivityProgress> progress = inputs.Progress.ToDictionary(claim =>
        claim.Activity
    );
    private readonly Dictionary<ActivityNumber, int> files = inputs
        .Evidence.CountBy(file => file.File.Address.Activity)
        .ToDictionary();
    private readonly Dictionary<ActivityNumber, int> findings = inputs
        .Findings.Where(finding => finding.Resolution?.Decision != FindingDecision.Dismiss)
        .CountBy(finding => finding.Id.Claim.Activity)
        .ToDictionary();

    /// <param name="sent">Its goals as they were sent in the period.</param>
    public ReportActivityRow Of(ActivityResult result, IReadOnlyList<SentGoal> sent)
    {
        var activity = result.Activity;
        var evaluation = inputs.Evaluations.GetValueOrDefault(activity.Number);
        var content = progress.GetValueOrDefault(activity.Number)?.Content;
        return new ReportActivityRow(
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            activity.Title,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            activity.SubUnit,
            activity.UnitOfMeasure,
            activity.Status.ToString(),
            activity.MergedInto?.Value ?? 0,
            result.IsProgrammed ? 1 : 0,
            result.IsFullyExecuted ? 1 : 0,
            result.Goals.Count,
            sent.FirstOrDefault(goal => goal.Counted is not null)?.State.ToString() ?? nameof(Outcome.NotReported),
            sent.Any(goal => goal.Late),
            PersonalData.Mask(string.Join('\n', content?.DocumentsCited ?? [])),
            PersonalData.Mask(string.Join('\n', content?.EvidenceLinks ?? [])),
            PersonalData.Mask(evaluation?.Text ?? ""),
            evaluation is null ? 0 : 1,
            PersonalData.Mask(string.Join('\n', (evaluation?.Notes ?? []).Select(OnOneLine))),
            files.GetValueOrDefault(activity.Number),
            findings.GetValueOrDefault(activity.Number)
        );
    }

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
