using Avance.Functions.Plans.Import;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Export;

/// <summary>What a policy has in place of activities and goals, as sheets of the import format.</summary>
internal static class PolicyFile
{
    public static IReadOnlyList<PlanSheet> Of(Plan plan, Policy policy)
    {
        var codes = policy.Indicators.ToDictionary(indicator => indicator.Activity, indicator => indicator.Code);
        return
        [
            new(
                PlanFormat.Objectives,
                [.. policy.Objectives.Select(row => new[] { PlanCell.Of(row.Code), PlanCell.Of(row.Title) })]
            ),
            .. OfAny(
                PlanFormat.Guidelines,
                policy.Guidelines.Select(row =>
                    new[] { PlanCell.Of(row.Code), PlanCell.Of(row.Objective), PlanCell.Of(row.Title) }
                )
            ),
            .. OfAny(PlanFormat.Services, policy.Services.Select(ServiceRow)),
            new(
                PlanFormat.Indicators,
                [.. policy.Indicators.Select(row => IndicatorRow(row, plan.FindActivity(row.Activity)!))]
            ),
            new(
                PlanFormat.Targets,
                [
                    .. plan.Goals.Select(goal =>
                        new[] { PlanCell.Of(codes[goal.Activity]), PlanCell.Of(goal.Year), PlanCell.Of(goal.Target) }
                    ),
                ]
            ),
            .. OfAny(
                PlanFormat.Published,
                policy.Published.Select(row =>
                    new[] { PlanCell.Of(codes[row.Activity]), PlanCell.Of(row.Year), PlanCell.Of(row.Percent) }
                )
            ),
        ];
    }

    /// <summary>A sheet that may be left out is, where it would be empty.</summary>
    private static IEnumerable<PlanSheet> OfAny(SheetFormat format, IEnumerable<PlanCell[]> rows)
    {
        var all = rows.ToList();
        return all.Count == 0 ? [] : [new PlanSheet(format, all)];
    }

    private static PlanCell[] ServiceRow(Service service) =>
        [
            PlanCell.Of(service.Code),
            PlanCell.Of(service.Guideline),
            PlanCell.Of(service.Title),
            PlanCell.Of($"{service.ResponsibleBody}"),
            PlanCell.Of(ImportWords.Protocols, service.Protocol),
            PlanCell.Of(service.ProtocolDocument),
            service.ProtocolDate is { } date ? PlanCell.Of(date) : PlanCell.Empty,
        ];

    private static PlanCell[] IndicatorRow(PolicyIndicator indicator, Activity activity) =>
        [
            PlanCell.Of(indicator.Activity.Value),
            PlanCell.Of(indicator.Code),
            PlanCell.Of(indicator.Of),
            PlanCell.Of(activity.Title),
            PlanCell.Of($"{activity.ResponsibleUnit}"),
            PlanCell.Of(activity.UnitOfMeasure),
            PlanCell.Of(ImportWords.Directions, indicator.Direction),
            PlanCell.Of(ImportWords.Methods, indicator.Method),
            indicator.Baseline is { } baseline ? PlanCell.Of(baseline) : PlanCell.Empty,
            indicator.BaselineYear is { } year ? PlanCell.Of(year) : PlanCell.Empty,
            PlanCell.Of(indicator.IsBaselineInferred),
            PlanCell.Of(indicator.Source),
            PlanCell.Of(activity.EvidenceRequirement),
        ];
}
