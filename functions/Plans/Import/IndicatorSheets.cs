using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Import;

/// <summary>The sheets Indicadores and Logros esperados of a policy.</summary>
internal static class IndicatorSheets
{
    /// <summary>The indicators whose number and code can be read, and the activities that they are reported as.</summary>
    /// <param name="measured">The codes of objectives and services; null if they cannot be read.</param>
    /// <param name="units">Null if the bodies cannot be read: then their names are not checked here.</param>
    public static List<(PolicyIndicator Indicator, Activity Activity)> Indicators(
        SheetReader sheet,
        HashSet<string>? measured,
        UnitNames? units
    )
    {
        var indicators = new List<(PolicyIndicator, Activity)>();
        var numbers = new Dictionary<ActivityNumber, RowReader>();
        var codes = new Dictionary<string, RowReader>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheet.Rows)
        {
            var number = row.Value<ActivityNumber>(ActivityColumns.Number);
            var code = row.Text(IndicatorColumns.Code, PolicySheets.MaxCode);
            var pair = Parse(row, number ?? default, code, measured, units);
            if (number is not { } key || code.Length == 0)
            {
                continue;
            }

            if (!numbers.TryAdd(key, row))
            {
                row.AddProblem(ActivityColumns.Number, "repeated", numbers[key].Number);
            }
            else if (!codes.TryAdd(code, row))
            {
                row.AddProblem(IndicatorColumns.Code, "repeated", codes[code].Number);
            }
            else
            {
                indicators.Add(pair);
            }
        }

        return indicators;
    }

    /// <inheritdoc cref="ByYear"/>
    public static List<Goal> Targets(
        SheetReader sheet,
        IReadOnlyDictionary<string, ActivityNumber>? indicators,
        PlanHeader? header
    ) =>
        ByYear(
            sheet,
            IndicatorColumns.Target,
            0,
            indicators,
            header,
            (activity, year, target) => new Goal(activity, year, target, GoalMeasure.Value)
        );

    /// <inheritdoc cref="ByYear"/>
    public static List<PublishedResult> Published(
        SheetReader sheet,
        IReadOnlyDictionary<string, ActivityNumber>? indicators,
        PlanHeader? header
    ) =>
        ByYear(
            sheet,
            IndicatorColumns.Published,
            -Goal.MaxTarget,
            indicators,
            header,
            // A sheet does not keep the zero of 120.0: reports print one decimal.
            (activity, year, percent) => new PublishedResult(activity, year, percent + 0.0m)
        );

    /// <param name="min">The least number: a percent is below 0 where an indicator moves away from its baseline.</param>
    /// <param name="indicators">Their activities by code; null if they cannot be read.</param>
    /// <param name="header">Says the years of the policy; null if it cannot be read.</param>
    private static List<T> ByYear<T>(
        SheetReader sheet,
        Column number,
        decimal min,
        IReadOnlyDictionary<string, ActivityNumber>? indicators,
        PlanHeader? header,
        Func<ActivityNumber, int, decimal, T> make
    )
    {
        var items = new List<T>();
        var rows = new Dictionary<(ActivityNumber, int), RowReader>();
        foreach (var row in sheet.Rows)
        {
            var code = row.Text(IndicatorColumns.Indicator, PolicySheets.MaxCode);
            var year = row.Year(IndicatorColumns.Year);
            var value = row.Between(number, min, Goal.MaxTarget);
            if (header is not null && (year < header.FirstYear || year > header.LastYear))
            {
                row.AddProblem(IndicatorColumns.Year, "year-outside-plan", header.FirstYear, header.LastYear);
            }

            if (indicators is null || code.Length == 0)
            {
                continue;
            }

            if (!indicators.TryGetValue(code, out var activity))
            {
                row.AddProblem(IndicatorColumns.Indicator, "indicator-unknown");
            }
            else if (year is { } of && !rows.TryAdd((activity, of), row))
            {
                row.AddProblem(IndicatorColumns.Year, "target-repeated", code, of, rows[(activity, of)].Number);
            }
            else if (year is { } valid)
            {
                items.Add(make(activity, valid, value ?? 0));
            }
        }

        return items;
    }

    private static (PolicyIndicator, Activity) Parse(
        RowReader row,
        ActivityNumber number,
        string code,
        HashSet<string>? measured,
        UnitNames? units
    )
    {
        var activity = new Activity(
            number,
            row.Text(IndicatorColumns.Title, PolicySheets.MaxTitle),
            row.Unit(IndicatorColumns.ResponsibleBody, units) ?? default,
            "",
            [],
            row.Text(ActivityColumns.UnitOfMeasure, 300),
            row.Text(ActivityColumns.EvidenceRequirement, 2_000)
        );
        decimal? baseline = row.IsEmpty(IndicatorColumns.Baseline)
            ? null
            : row.Between(IndicatorColumns.Baseline, -Goal.MaxTarget, Goal.MaxTarget);
        var inferred = row.IsEmpty(IndicatorColumns.IsBaselineInferred)
            ? false
            : row.Choice(IndicatorColumns.IsBaselineInferred, ImportWords.YesNo);
        if (inferred == true && row.IsEmpty(IndicatorColumns.Baseline))
        {
            row.AddProblem(IndicatorColumns.Baseline, "baseline-missing");
        }

        var indicator = new PolicyIndicator(
            number,
            code,
            PolicySheets.Reference(row, IndicatorColumns.Of, measured, "measured-unknown"),
            row.Choice(IndicatorColumns.Direction, ImportWords.Directions) ?? IndicatorDirection.Ascending,
            row.Choice(IndicatorColumns.Method, ImportWords.Methods) ?? IndicatorMethod.Ratio,
            baseline,
            row.IsEmpty(IndicatorColumns.BaselineYear) ? null : row.Year(IndicatorColumns.BaselineYear),
            inferred ?? false,
            row.Text(IndicatorColumns.Source, 500, required: false)
        );
        return (indicator, activity);
    }
}
