using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>Problems, improvement actions and achievements of a period as rows. Pure.</summary>
internal static class FactorRows
{
    private const string ByUnit = "Unit";
    private const string BySecretariat = "Secretariat";

    public static ValueList<ReportFactorRow> Of(
        Plan plan,
        IEnumerable<ActivityProgress> progress,
        IReadOnlyDictionary<ActivityNumber, Evaluation> evaluations
    ) =>
        progress
            .SelectMany(claim => OfUnit(plan, claim))
            .Concat(evaluations.SelectMany(one => OfSecretariat(plan, one.Key, one.Value)))
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();

    private static IEnumerable<ReportFactorRow> OfUnit(Plan plan, ActivityProgress claim)
    {
        (FactorKind Kind, string Text)[] texts =
        [
            (FactorKind.Problem, claim.Content.Problems),
            (FactorKind.ImprovementAction, claim.Content.ImprovementActions),
            (FactorKind.Achievement, claim.Content.Achievements),
        ];
        return texts
            .Select(text => Row(plan, claim.Activity, ByUnit, text.Kind, 1, text.Text))
            .OfType<ReportFactorRow>();
    }

    private static IEnumerable<ReportFactorRow> OfSecretariat(
        Plan plan,
        ActivityNumber activity,
        Evaluation evaluation
    ) =>
        evaluation
            .Factors.Select((factor, index) => Row(plan, activity, BySecretariat, factor.Kind, index + 1, factor.Text))
            .OfType<ReportFactorRow>();

    private static ReportFactorRow? Row(
        Plan plan,
        ActivityNumber number,
        string author,
        FactorKind kind,
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
                kind.ToString(),
                author,
                PersonalData.Mask(text.Trim())
            )
            : null;
}
