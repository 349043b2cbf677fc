using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Import;

/// <summary>Reads what a policy has in place of activities and goals.</summary>
internal static class PolicyParser
{
    /// <param name="open">Opens a sheet of the file.</param>
    /// <param name="current">The plan as it is, whose objectives, services and indicators the file may name.</param>
    public static (Policy Policy, List<Activity> Activities, List<Goal> Goals) Parse(
        Func<SheetFormat, SheetReader> open,
        Plan? current,
        PlanHeader? header,
        UnitNames? units,
        BusinessCalendar calendar
    )
    {
        var known = current?.Policy;
        var objectiveSheet = open(PlanFormat.Objectives);
        var objectives = PolicySheets.Objectives(objectiveSheet);
        var objectiveCodes = CodesOf(
            objectiveSheet,
            (known?.Objectives ?? []).Concat(objectives).Select(objective => objective.Code)
        );
        var guidelineSheet = open(PlanFormat.Guidelines);
        var guidelines = PolicySheets.Guidelines(guidelineSheet, objectiveCodes);
        var guidelineCodes = CodesOf(
            guidelineSheet,
            (known?.Guidelines ?? []).Concat(guidelines).Select(guideline => guideline.Code)
        );
        var serviceSheet = open(PlanFormat.Services);
        var services = PolicySheets.Services(serviceSheet, guidelineCodes, objectiveCodes, units, calendar);
        var serviceCodes = CodesOf(
            serviceSheet,
            (known?.Services ?? []).Concat(services).Select(service => service.Code)
        );
        var indicatorSheet = open(PlanFormat.Indicators);
        var indicators = IndicatorSheets.Indicators(
            indicatorSheet,
            objectiveCodes is null || serviceCodes is null
                ? null
                : objectiveCodes.Concat(serviceCodes).ToHashSet(StringComparer.OrdinalIgnoreCase),
            units
        );
        var activities = indicatorSheet.IsReadable
            ? ActivitiesOf(indicators.Select(pair => pair.Indicator), known)
            : null;
        var goals = IndicatorSheets.Targets(open(PlanFormat.Targets), activities, header);
        var published = IndicatorSheets.Published(open(PlanFormat.Published), activities, header);
        var policy = new Policy(
            [.. objectives.OrderBy(objective => objective.Code, StringComparer.Ordinal)],
            [.. guidelines.OrderBy(guideline => guideline.Code, StringComparer.Ordinal)],
            [.. services.OrderBy(service => service.Code, StringComparer.Ordinal)],
            [.. indicators.Select(pair => pair.Indicator).OrderBy(indicator => indicator.Activity)],
            [.. published.OrderBy(result => (result.Activity, result.Year))]
        );
        return (policy, [.. indicators.Select(pair => pair.Activity)], goals);
    }

    /// <param name="codes">Those of the plan first: what names them is written as the plan writes it.</param>
    /// <returns>Null if the sheet cannot be read: then what names its rows is not checked. A sheet that may be left out has none.</returns>
    private static HashSet<string>? CodesOf(SheetReader sheet, IEnumerable<string> codes) =>
        sheet.IsReadable || sheet.IsLeftOut ? codes.ToHashSet(StringComparer.OrdinalIgnoreCase) : null;

    private static Dictionary<string, ActivityNumber> ActivitiesOf(
        IEnumerable<PolicyIndicator> indicators,
        Policy? known
    )
    {
        var activities = new Dictionary<string, ActivityNumber>(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in indicators.Concat(known?.Indicators ?? []))
        {
            activities.TryAdd(indicator.Code, indicator.Activity);
        }

        return activities;
    }
}
