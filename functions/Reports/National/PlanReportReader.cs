using System.Globalization;
using System.Runtime.CompilerServices;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>
/// Reads the report tables plan by plan: of one plan by its keys, of all plans as two scans side by side, which come in the order
/// of the same keys, so that no more than a plan and the pages under way are in memory.
/// </summary>
public sealed class PlanReportReader(ReportTables tables)
{
    private const char Separator = '|';

    private static readonly ValueList<string> AchievementColumns =
    [
        nameof(ReportAchievementRow.Theme),
        nameof(ReportAchievementRow.People),
    ];

    /// <summary>Of all plans that have a report, by their keys.</summary>
    public IAsyncEnumerable<PlanReports> ListAsync(CancellationToken cancellationToken) =>
        ReadAsync(null, cancellationToken);

    /// <returns>Without periods if the plan has no report.</returns>
    public async Task<PlanReports> FindAsync(PlanId plan, CancellationToken cancellationToken) =>
        await ReadAsync(KeyRange.Of(plan), cancellationToken).FirstOrDefaultAsync(cancellationToken)
        ?? PlanReports.None(plan);

    private async IAsyncEnumerable<PlanReports> ReadAsync(
        KeyRange? range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var recorded = ByPlanAsync(
            tables.Achievements.ScanAsync(range, AchievementColumns, cancellationToken),
            cancellationToken
        );
        await using var achievements = recorded.GetAsyncEnumerator(cancellationToken);
        var isMore = await achievements.MoveNextAsync();
        await foreach (
            var (plan, periods) in ByPlanAsync(
                tables.Plans.ScanAsync(range, null, cancellationToken),
                cancellationToken
            )
        )
        {
            while (isMore && ComparePlans(achievements.Current.Plan, plan) < 0)
            {
                isMore = await achievements.MoveNextAsync();
            }

            var own = isMore && achievements.Current.Plan == plan ? achievements.Current.Rows : [];
            yield return ToReports(plan, periods, own);
        }
    }

    /// <summary>Rows that follow each other and belong to one plan, together.</summary>
    private static async IAsyncEnumerable<(string Plan, List<(Period Period, TRow Row)> Rows)> ByPlanAsync<TRow>(
        IAsyncEnumerable<(string PartitionKey, TRow Row)> scan,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (string Plan, List<(Period, TRow)> Rows)? current = null;
        await foreach (var (partition, row) in scan.WithCancellation(cancellationToken))
        {
            var at = partition.IndexOf(Separator, StringComparison.Ordinal);
            var (plan, period) = (partition[..at], Period.Parse(partition[(at + 1)..], CultureInfo.InvariantCulture));
            if (current is { } before && before.Plan != plan)
            {
                yield return before;
                current = null;
            }

            current ??= (plan, []);
            current.Value.Rows.Add((period, row));
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    /// <summary>As the service sorts their partitions: with what follows the plan's id in the key.</summary>
    private static int ComparePlans(string one, string other) =>
        string.CompareOrdinal(one + Separator, other + Separator);

    private static PlanReports ToReports(
        string plan,
        IEnumerable<(Period Period, ReportPlanRow Row)> periods,
        IEnumerable<(Period Period, ReportAchievementRow Row)> achievements
    ) =>
        new(
            PlanId.Parse(plan, CultureInfo.InvariantCulture),
            periods.ToDictionary(one => one.Period, one => one.Row),
            achievements.ToLookup(one => one.Period, one => one.Row)
        );
}
