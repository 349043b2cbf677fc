using System.Globalization;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Indicators of a policy, a row each, with the percent that was published beside the computed one.</summary>
internal static class IndicatorTable
{
    private const string Words = "report-indicator";

    /// <param name="title">What the caption says that they are indicators of.</param>
    public static ReportBlock Of(string title, IEnumerable<ReportIndicatorRow> indicators) =>
        ReportParts.TableOr(
            Messages.Text($"{Words}.None"),
            Messages.Text($"{Words}.Caption", title),
            [
                new(Messages.Text($"{Words}.Code"), 16),
                new(Messages.Text($"{Words}.Title"), 34),
                new(Messages.Text($"{Words}.Body"), 18),
                new(Messages.Text($"{Words}.Method"), 22),
                new(Messages.Text($"{Words}.Baseline"), 18, IsNumber: true),
                new(Messages.Text($"{Words}.Target"), 16, IsNumber: true),
                new(Messages.Text($"{Words}.Actual"), 16, IsNumber: true),
                new(Messages.Text($"{Words}.Percent"), 18, IsNumber: true),
                new(Messages.Text($"{Words}.Published"), 28, IsNumber: true),
                new(Messages.Text($"{Words}.Result"), 34),
                new(Messages.Text($"{Words}.Source"), 30),
            ],
            indicators.OrderBy(row => row.Activity).Select(Row)
        );

    private static ReportTableRow Row(ReportIndicatorRow row) =>
        new([
            [row.Indicator],
            [row.Title, row.UnitOfMeasure],
            [row.Unit],
            [ReportParts.Word("report-method", row.Method), ReportParts.Word("report-direction", row.Direction)],
            [.. Baseline(row)],
            [ReportFigures.Number(row.Target)],
            [row.HasActual == 1 ? ReportFigures.Number(row.Actual) : ReportFigures.None],
            [row.HasPercent == 1 ? ReportFigures.Percent(row.PercentShown) : ReportFigures.None],
            [.. Published(row)],
            [.. Result(row)],
            [row.Source.Length > 0 ? row.Source : ReportFigures.None],
        ]);

    private static IEnumerable<RichText> Baseline(ReportIndicatorRow row)
    {
        yield return row.HasBaseline == 1 ? ReportFigures.Number(row.Baseline) : ReportFigures.None;
        if (row.BaselineInferred == 1)
        {
            yield return Messages.Text($"{Words}.Inferred");
        }
    }

    private static IEnumerable<RichText> Published(ReportIndicatorRow row)
    {
        if (row.HasPublished == 0)
        {
            yield return ReportFigures.None;
            yield break;
        }

        yield return ReportFigures.Percent(row.PercentPublished);
        if (row.HasRange == 1)
        {
            yield return Messages.Text(
                $"{Words}.{(row.Reproduced == 1 ? "Reproduced" : "NotReproduced")}",
                Bound(row.PercentLeast),
                Bound(row.PercentLargest)
            );
        }
    }

    private static IEnumerable<RichText> Result(ReportIndicatorRow row)
    {
        var result =
            row.Exceeded == 1 ? "Exceeded"
            : row.NotMet == 1 ? "NotMet"
            : "NoInformation";
        yield return new RichText(Messages.Text($"{Words}.{result}"), [], IsBold: true);
        if (row.BeyondTargetOf > 0)
        {
            yield return Messages.Text($"{Words}.Beyond", row.BeyondTargetOf.ToString(CultureInfo.InvariantCulture));
        }

        if (row.Information != nameof(InformationStatus.Reported))
        {
            yield return ReportParts.Word("report-information", row.Information);
        }
        else if (row.Missing.Length > 0)
        {
            yield return ReportParts.Word("report-missing", row.Missing);
        }

        if (row.Reason.Length > 0)
        {
            yield return row.Reason;
        }
    }

    /// <summary>The ends of a tolerance have as many decimals as percents are published with.</summary>
    private static string Bound(double percent) => percent.ToString("#,##0.0", Messages.Culture);
}
