using System.Globalization;
using Avance.Functions.Documents.Reading.Text;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Import;

/// <summary>Merges objectives, guidelines, services and indicators of a file into those of a policy.</summary>
internal static class PolicyMerge
{
    private static readonly MergeField<PriorityObjective>[] ObjectiveFields =
    [
        new(PolicyColumns.ObjectiveTitle, row => row.Title, (row, file) => row with { Title = file.Title }),
    ];

    private static readonly MergeField<Guideline>[] GuidelineFields =
    [
        new(PolicyColumns.Objective, row => row.Objective, (row, file) => row with { Objective = file.Objective }),
        new(PolicyColumns.GuidelineTitle, row => row.Title, (row, file) => row with { Title = file.Title }),
    ];

    private static readonly MergeField<Service>[] ServiceFields =
    [
        new(PolicyColumns.Guideline, row => row.Guideline, (row, file) => row with { Guideline = file.Guideline }),
        new(PolicyColumns.ServiceTitle, row => row.Title, (row, file) => row with { Title = file.Title }),
        new(
            PolicyColumns.ResponsibleBody,
            row => row.ResponsibleBody.ToString(),
            (row, file) => row with { ResponsibleBody = file.ResponsibleBody }
        ),
        new(
            PolicyColumns.Protocol,
            row => ImportWords.Of(ImportWords.Protocols, row.Protocol),
            (row, file) => row with { Protocol = file.Protocol }
        ),
        new(
            PolicyColumns.ProtocolDocument,
            row => row.ProtocolDocument,
            (row, file) => row with { ProtocolDocument = file.ProtocolDocument }
        ),
        new(
            PolicyColumns.ProtocolDate,
            row => row.ProtocolDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            (row, file) => row with { ProtocolDate = file.ProtocolDate }
        ),
    ];

    private static readonly MergeField<PolicyIndicator>[] IndicatorFields =
    [
        new(IndicatorColumns.Code, row => row.Code, (row, file) => row with { Code = file.Code }),
        new(IndicatorColumns.Of, row => row.Of, (row, file) => row with { Of = file.Of }),
        new(
            IndicatorColumns.Direction,
            row => ImportWords.Of(ImportWords.Directions, row.Direction),
            (row, file) => row with { Direction = file.Direction }
        ),
        new(
            IndicatorColumns.Method,
            row => ImportWords.Of(ImportWords.Methods, row.Method),
            (row, file) => row with { Method = file.Method }
        ),
        new(IndicatorColumns.Baseline, row => Text(row.Baseline), (row, file) => row with { Baseline = file.Baseline }),
        new(
            IndicatorColumns.BaselineYear,
            row => Text(row.BaselineYear),
            (row, file) => row with { BaselineYear = file.BaselineYear }
        ),
        new(
            IndicatorColumns.IsBaselineInferred,
            row => ImportWords.Of(ImportWords.YesNo, row.IsBaselineInferred),
            (row, file) => row with { IsBaselineInferred = file.IsBaselineInferred }
        ),
        new(IndicatorColumns.Source, row => row.Source, (row, file) => row with { Source = file.Source }),
    ];

    private static readonly MergeField<PublishedResult>[] PublishedFields =
    [
        new(IndicatorColumns.Published, row => Text(row.Percent), (row, file) => row with { Percent = file.Percent }),
    ];

    /// <param name="units">The bodies of the merged plan: services name them by their present codes.</param>
    public static Policy Merge(ChangeLog log, Policy? current, Policy draft, ValueList<Unit> units) =>
        new(
            PlanMerge.MergeRows(
                log,
                PlanFormat.Objectives,
                current?.Objectives ?? [],
                draft.Objectives,
                row => row.Code,
                key => key,
                ObjectiveFields,
                _ => [],
                order: StringComparer.Ordinal,
                same: StringComparer.OrdinalIgnoreCase
            ),
            PlanMerge.MergeRows(
                log,
                PlanFormat.Guidelines,
                current?.Guidelines ?? [],
                draft.Guidelines,
                row => row.Code,
                key => key,
                GuidelineFields,
                _ => [],
                order: StringComparer.Ordinal,
                same: StringComparer.OrdinalIgnoreCase
            ),
            PlanMerge.MergeRows(
                log,
                PlanFormat.Services,
                current?.Services ?? [],
                [
                    .. draft.Services.Select(service =>
                        service with
                        {
                            ResponsibleBody = PlanMerge.PlanCode(service.ResponsibleBody, units),
                        }
                    ),
                ],
                row => row.Code,
                key => key,
                ServiceFields,
                row => row.AmendedFields,
                order: StringComparer.Ordinal,
                same: StringComparer.OrdinalIgnoreCase
            ),
            PlanMerge.MergeRows(
                log,
                PlanFormat.Indicators,
                current?.Indicators ?? [],
                draft.Indicators,
                row => row.Activity,
                key => key.ToString(),
                IndicatorFields,
                _ => []
            ),
            PlanMerge.MergeRows(
                log,
                PlanFormat.Published,
                current?.Published ?? [],
                draft.Published,
                row => (row.Activity, row.Year),
                key => $"{key.Activity} · {key.Year}",
                PublishedFields,
                _ => []
            )
        );

    private static string Text(decimal? number) => number is { } value ? CellText.Of(value) : "";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
