using Avance.Functions.Plans.Indicators;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Policies;

/// <summary>What the report of a policy has besides: the rows of its tables, each list by row key.</summary>
/// <param name="Indicators">Those that are evaluated in the period's year.</param>
/// <param name="Objectives">All objectives.</param>
/// <param name="Services">All services.</param>
public sealed record PolicyReport(
    ValueList<ReportIndicatorRow> Indicators,
    ValueList<ReportObjectiveRow> Objectives,
    ValueList<ReportServiceRow> Services
)
{
    public static PolicyReport Empty { get; } = new([], [], []);

    /// <summary>How many of some indicators met their target, did not, and have no information.</summary>
    public static PolicyCounts CountsOf(IEnumerable<ReportIndicatorRow> indicators)
    {
        var all = indicators.ToList();
        return new PolicyCounts(
            all.Sum(row => row.Exceeded),
            all.Sum(row => row.NotMet),
            all.Sum(row => row.NoInformation)
        );
    }
}
