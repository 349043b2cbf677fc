using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What the table of evaluations says of an activity, from all periods of the report.</summary>
/// <param name="activity">Its row of the latest period.</param>
internal sealed class EvaluationCells(ReportSources sources, ReportActivityRow activity)
{
    private const string Words = "report-evaluation";

    private const int MaxAddress = 2_000;

    private readonly IReadOnlyList<(Period Period, ReportActivityRow Row)> rows =
    [
        .. sources.Periods.SelectMany(report =>
            report.Activities.Where(row => row.Activity == activity.Activity).Select(row => (report.Period, row))
        ),
    ];

    /// <summary>Number, activity, unit and unit of measure.</summary>
    public ValueList<ValueList<RichText>> Start(ReportGoalRow? goal) =>
        [
            [ReportFigures.Number(activity.Activity)],
            [activity.Title, .. Remarks(goal)],
            activity.SubUnit.Length == 0 ? [activity.Unit] : [activity.Unit, activity.SubUnit],
            [activity.UnitOfMeasure],
        ];

    /// <summary>Evidence required, evaluation, documents cited and links.</summary>
    public ValueList<ValueList<RichText>> End() =>
        [
            [sources.Plan.FindActivity(new ActivityNumber(activity.Activity))?.EvidenceRequirement ?? ""],
            Evaluations(),
            Or(Distinct(row => row.DocumentsCited).Select(line => (RichText)line)),
            Or(Distinct(row => row.Links).Select(Link)),
        ];

    /// <summary>The same cells of a further goal of the activity.</summary>
    public ValueList<ValueList<RichText>> SeeAbove() =>
        [
            [sources.Plan.FindActivity(new ActivityNumber(activity.Activity))?.EvidenceRequirement ?? ""],
            [Messages.Text($"{Words}.SeeAbove")],
            [ReportFigures.None],
            [ReportFigures.None],
        ];

    private IEnumerable<RichText> Remarks(ReportGoalRow? goal)
    {
        if (goal is { CarriedOver: true })
        {
            yield return Messages.Text($"{Words}.CarriedOver", goal.GoalYear);
        }

        if (activity.Status != nameof(ActivityStatus.Active))
        {
            var status = ReportParts.Word("report-activity", activity.Status);
            yield return activity.MergedInto == 0
                ? status
                : ReportParts.Word("report-activity", "MergedInto", status, activity.MergedInto);
        }
    }

    private ValueList<RichText> Evaluations()
    {
        var written = rows.Where(one => one.Row.HasEvaluation == 1).SelectMany(one => Evaluation(one.Period, one.Row));
        return written.ToValueList() is { Count: > 0 } some ? some : [Messages.Text($"{Words}.None")];
    }

    private IEnumerable<RichText> Evaluation(Period period, ReportActivityRow row)
    {
        var within = ReportParts.Within(sources, period);
        if (within.Length > 0)
        {
            yield return new RichText(within, [], IsBold: true);
        }

        var paragraphs = ReportParts.Paragraphs(row.Evaluation);
        if (paragraphs.Count == 0)
        {
            paragraphs = [Messages.Text($"{Words}.WithoutText")];
        }

        for (var index = 0; index < paragraphs.Count; index++)
        {
            yield return new RichText(
                paragraphs[index],
                index == paragraphs.Count - 1 ? ReportParts.Lines(row.Notes).ToValueList() : []
            );
        }
    }

    private IEnumerable<string> Distinct(Func<ReportActivityRow, string> lines) =>
        rows.SelectMany(one => ReportParts.Lines(lines(one.Row))).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// A link is short on paper; what is no address of the web, or is longer than Word and browsers open, is printed as it is.
    /// </summary>
    private static RichText Link(string address, int index) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.AbsoluteUri.Length <= MaxAddress
            ? new RichText(Messages.Text($"{Words}.Link", index + 1), [], uri.AbsoluteUri)
            : address;

    private static ValueList<RichText> Or(IEnumerable<RichText> paragraphs) =>
        paragraphs.ToValueList() is { Count: > 0 } some ? some : [ReportFigures.None];
}
