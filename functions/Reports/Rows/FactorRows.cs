using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>Problems, improvement actions and achievements of a period as rows. Pure.</summary>
internal static class FactorRows
{
    private const string ByUnit = "Unit";

    public static ValueList<ReportFactorRow> Of(Plan plan, IEnumerable<ActivityProgress> progress) =>
        progress.SelectMany(claim => OfUnit(plan, claim)).OrderBy(row => row.Key, StringComparer.Ordinal).ToValueList();

    private static IEnumerable<ReportFactorRow> OfUnit(Plan plan, ActivityProgress claim)
    {
        (string Kind, string Text)[] texts =
        [
            ("Problem", claim.Content.Problems),
            ("ImprovementAction", claim.Content.ImprovementActions),
            ("Achievement", claim.Content.Achievements),
        ];
        return texts
            .Select(text => Row(plan, claim.Activity, ByUnit, text.Kind, 1, text.Text))
            .OfType<ReportFactorRow>();
    }

    private static ReportFactorRow? Row(
        Plan plan,
        ActivityNumber number,
        string author,
        string kind,
        int place,
        string text
    ) =>
        !string.IsNullOrWhiteSpace(text) && ActivityColumns.Of(plan, number) is { } activity
            ? new ReportFactorRow(
                string.Create(CultureInfo.InvariantCulture, $"{author}|{kind}|{place:D2}"),
                activity.Activity,
                activity.ActivityKey,
                activity.Unit,
                activity.UnitKey,
                kind,
                author,
                PersonalData.Mask(text.Trim())
            )
            : null;
}
