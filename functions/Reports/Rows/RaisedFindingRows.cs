using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The findings of a period as rows. Pure.</summary>
internal static class RaisedFindingRows
{
    private const string Undecided = "None";

    public static ValueList<ReportFindingRow> Of(Plan plan, IEnumerable<Finding> findings) =>
        findings
            .Select(finding => Row(plan, finding))
            .OfType<ReportFindingRow>()
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();

    /// <summary>The details of the same findings, which name files and may name persons.</summary>
    public static IEnumerable<ReportDetail> DetailsOf(Plan plan, IEnumerable<Finding> findings) =>
        findings
            .Select(finding =>
                Row(plan, finding) is { } row ? new ReportDetail(row.Key, FindingView.Of(finding).Detail) : null
            )
            .OfType<ReportDetail>();

    private static ReportFindingRow? Row(Plan plan, Finding finding) =>
        ActivityColumns.Of(plan, finding.Id.Claim.Activity) is { } activity
            ? new ReportFindingRow(
                Name(finding.Id),
                activity.Activity,
                activity.ActivityKey,
                activity.Unit,
                activity.UnitKey,
                finding.Id.Code,
                Messages.Text($"{finding.Id.Code}.title"),
                finding.Severity.ToString(),
                finding.State.ToString(),
                finding.Resolution?.Decision.ToString() ?? Undecided,
                finding.Resolution?.Decision == FindingDecision.Dismiss ? 0 : 1,
                finding.File?.ToString() ?? "",
                finding.Elsewhere?.Activity.Value ?? 0,
                finding.ChangedAt
            )
            : null;

    /// <summary><c>same-file.0123456789abcdef</c>: period and activity are in the row's other keys.</summary>
    private static string Name(FindingId id) => string.Join('.', id.ToString().Split('.')[2..]);
}
