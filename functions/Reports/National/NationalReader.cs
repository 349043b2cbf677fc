using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>Reads what was consolidated. Nothing is counted here but the themes.</summary>
public sealed class NationalReader(
    NationalTables tables,
    ReportTables reports,
    ConsolidationTable consolidations,
    BusinessCalendar calendar
)
{
    /// <summary>Plans whose achievements the document tells one by one; of more, only how many there are.</summary>
    public const int MaxTold = 200;

    private const int AtOnce = 8;

    public async Task<NationalList> ListAsync(CancellationToken cancellationToken)
    {
        var periods = await tables
            .Totals.ScanAsync(null, null, cancellationToken)
            .Select(one => new NationalTotals(Period.Parse(one.PartitionKey, CultureInfo.InvariantCulture), one.Row))
            .ToListAsync(cancellationToken);
        return new NationalList(
            ToLocal((await consolidations.FindRunAsync(cancellationToken)).Run),
            periods.OrderByDescending(one => one.Period).ToValueList()
        );
    }

    /// <returns>An error for a semester in which no plan is reported.</returns>
    public async Task<Result<NationalView>> FindAsync(Period period, CancellationToken cancellationToken)
    {
        var scope = new NationalScope(period);
        var (before, _) = await consolidations.FindRunAsync(cancellationToken);
        if (await tables.Totals.FindAsync(scope, "", cancellationToken) is not { } totals)
        {
            return Error.NotFound("national-unknown", period);
        }

        var bodies = await tables.Bodies.ReadAsync(scope, cancellationToken);
        var plans = await tables.Plans.ReadAsync(scope, cancellationToken);
        var themes = await tables.Themes.ReadAsync(scope, cancellationToken);
        var (run, _) = await consolidations.FindRunAsync(cancellationToken);
        return new NationalView(
            period,
            ToLocal(run),
            run is { Running: true } || run?.RunId != before?.RunId,
            totals.Row,
            bodies,
            plans,
            NationalTheme.Of(themes)
        );
    }

    /// <summary>What the document tells besides: objectives of policies, and achievements one by one.</summary>
    public async Task<NationalDetails> DetailsAsync(NationalView view, CancellationToken cancellationToken)
    {
        var objectives = new Dictionary<string, IReadOnlyList<ReportObjectiveRow>>(StringComparer.Ordinal);
        foreach (var plan in view.Plans.Where(plan => plan is { Kind: nameof(PlanKind.Policy), HasPeriod: 1 }))
        {
            objectives[plan.Plan] = await reports.Objectives.ReadAsync(ScopeOf(plan), cancellationToken);
        }

        var told = new List<(ReportNationalPlanRow Plan, IReadOnlyList<ReportAchievementRow> Achievements)>();
        foreach (var some in view.Plans.Where(plan => plan.Achievements > 0).Take(MaxTold).Chunk(AtOnce))
        {
            told.AddRange(
                await Task.WhenAll(
                    some.Select(async plan =>
                        (plan, await reports.Achievements.ReadAsync(ScopeOf(plan), cancellationToken))
                    )
                )
            );
        }

        return new NationalDetails(objectives, told);

        ReportScope ScopeOf(ReportNationalPlanRow plan) =>
            new(PlanId.Parse(plan.Plan, CultureInfo.InvariantCulture), view.Period);
    }

    private DateTimeOffset? ToLocal(Consolidation? run) => run?.FinishedAt is { } at ? calendar.ToLocal(at) : null;
}
