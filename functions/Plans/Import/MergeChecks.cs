namespace Avance.Functions.Plans.Import;

/// <summary>Finds contradictions between a file that is valid by itself and the rows that the plan keeps.</summary>
internal static class MergeChecks
{
    /// <param name="plan">The plan with the file merged into it.</param>
    /// <param name="inFile">The kind that the file says.</param>
    /// <param name="withoutNumber">How many deliveries of a work plan got no number.</param>
    public static List<ImportProblem> Check(Plan plan, PlanKind inFile, int withoutNumber = 0) =>
        plan.Header.Kind != inFile
            ? [KindChanged(plan.Header.Kind, inFile)]
            :
            [
                .. CheckYears(plan),
                .. CheckNames(plan),
                .. CheckPeriods(plan),
                .. CheckCodes(plan),
                .. CheckDeliveries(withoutNumber),
            ];

    /// <summary>What was reported of activities would mean something else.</summary>
    private static ImportProblem KindChanged(PlanKind kept, PlanKind inFile) =>
        ImportProblem.Of(
            PlanFormat.Plan.Title,
            null,
            PlanColumns.Kind.Header,
            ImportWords.Of(ImportWords.PlanKinds, inFile),
            "kept-kind",
            ImportWords.Of(ImportWords.PlanKinds, kept)
        );

    /// <summary>
    /// Rows that the file does not have stay: a code that now stands in another row would be there twice. Objectives and services
    /// share their codes, since indicators name both.
    /// </summary>
    private static IEnumerable<ImportProblem> CheckCodes(Plan plan)
    {
        var policy = plan.Policy;
        return Repeated(
                PlanFormat.Services,
                PolicyColumns.Code,
                (policy?.Objectives ?? [])
                    .Select(row => row.Code)
                    .Concat((policy?.Services ?? []).Select(row => row.Code))
            )
            .Concat(
                Repeated(
                    PlanFormat.Indicators,
                    IndicatorColumns.Code,
                    (policy?.Indicators ?? []).Select(row => row.Code)
                )
            );
    }

    private static IEnumerable<ImportProblem> Repeated(SheetFormat sheet, Column column, IEnumerable<string> codes) =>
        codes
            .GroupBy(code => code, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => ImportProblem.Of(sheet.Title, null, column.Header, same.Key, "kept-code"));

    /// <summary>What each body owes of a product is an activity, and a plan has at most 999.</summary>
    private static IEnumerable<ImportProblem> CheckDeliveries(int withoutNumber)
    {
        if (withoutNumber > 0)
        {
            yield return ImportProblem.Of(
                PlanFormat.Products.Title,
                null,
                ProductColumns.Bodies.Header,
                $"{withoutNumber}",
                "too-many-deliveries"
            );
        }
    }

    private static IEnumerable<ImportProblem> CheckYears(Plan plan)
    {
        var header = plan.Header;
        var outside = plan
            .Periods.Select(period => period.Id.Year)
            .Concat(plan.Goals.Select(goal => goal.CarriedTo ?? goal.Year))
            .Where(year => year < header.FirstYear || year > header.LastYear)
            .Distinct()
            .Order();
        foreach (var year in outside)
        {
            var (column, value) =
                year < header.FirstYear
                    ? (PlanColumns.FirstYear, header.FirstYear)
                    : (PlanColumns.LastYear, header.LastYear);
            yield return ImportProblem.Of(
                PlanFormat.Plan.Title,
                null,
                column.Header,
                $"{value}",
                "kept-outside-plan",
                $"{year}"
            );
        }
    }

    private static IEnumerable<ImportProblem> CheckNames(Plan plan)
    {
        var owners = plan.Units.ToDictionary(
            unit => unit.Code.ToString(),
            unit => unit.Code,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var unit in plan.Units)
        {
            foreach (var alias in unit.Aliases.Select(Unit.WithoutEx))
            {
                if (!owners.TryAdd(alias, unit.Code) && owners[alias] != unit.Code)
                {
                    yield return ImportProblem.Of(
                        PlanFormat.Units.Title,
                        null,
                        UnitColumns.Aliases.Header,
                        string.Join("; ", unit.Aliases),
                        "alias-taken",
                        alias,
                        owners[alias]
                    );
                }
            }
        }
    }

    private static IEnumerable<ImportProblem> CheckPeriods(Plan plan) =>
        plan
            .Periods.Where(period => period.Due <= period.Opens || period.Closes < period.Due)
            .Select(period =>
                ImportProblem.Of(
                    PlanFormat.Periods.Title,
                    null,
                    null,
                    period.Id.ToString(),
                    "kept-period-order",
                    string.Join(", ", period.AmendedFields)
                )
            );
}
