using Avance.Functions.Achievements;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.History;

namespace Avance.Functions.Reports;

/// <summary>What the reports of all periods of a plan are made of.</summary>
/// <param name="Periods">The periods that have opened, the oldest first.</param>
/// <param name="Sent">By year, what was sent in its periods, of a policy in those of the years before too.</param>
/// <param name="Imported">Figures of years that were not reported in Avance.</param>
/// <param name="Achievements">Of all years, withdrawn ones too.</param>
/// <param name="Closed">The periods that have closed.</param>
public sealed record PlanInputs(
    Plan Plan,
    IReadOnlyList<ReportingPeriod> Periods,
    IReadOnlyDictionary<int, IReadOnlyList<SentGoal>> Sent,
    IReadOnlyList<ImportedYear> Imported,
    IReadOnlyList<Achievement> Achievements,
    IReadOnlySet<Period> Closed
)
{
    /// <summary>The figures of each period.</summary>
    public IReadOnlyDictionary<Period, PlanResult> Results { get; } =
        Periods.ToDictionary(
            period => period.Id,
            period => ReportCompiler.Evaluate(Plan, period.Id, Sent[period.Id.Year])
        );
}
