using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>A plan whose rows are to be written.</summary>
/// <param name="Next">Its rows as they are to be.</param>
/// <param name="Before">What it has; null if nothing.</param>
/// <param name="Checksum">Of the rows as they are to be.</param>
internal sealed record PlanChange(
    PlanId Plan,
    IReadOnlyDictionary<Period, NationalPlan> Next,
    ConsolidatedPlan? Before,
    string Checksum
)
{
    private readonly HashSet<NationalKey> wanted =
    [
        .. Next.SelectMany(one => one.Value.Themes.Select(theme => new NationalKey(one.Key, theme.ThemeKey)))
            .Concat(Next.Keys.Select(period => new NationalKey(period, ""))),
    ];

    /// <summary>All that it has or is to have.</summary>
    public ConsolidatedPlan Meanwhile => new(Plan, Ordered(wanted.Union(Before?.Keys ?? [])), "");

    public ConsolidatedPlan Done => new(Plan, Ordered(wanted), Checksum);

    public IEnumerable<ReportNationalPlanRow> PlanRows(Period period) =>
        Next.TryGetValue(period, out var plan) ? [plan.Row] : [];

    public IEnumerable<ReportNationalThemeRow> ThemeRows(Period period) =>
        Next.TryGetValue(period, out var plan) ? plan.Themes : [];

    /// <summary>The keys of rows that it no longer has.</summary>
    public IEnumerable<string> StalePlans(Period period) =>
        Stale(period).Where(key => key.Theme.Length == 0).Select(_ => Plan.ToString());

    /// <inheritdoc cref="StalePlans"/>
    public IEnumerable<string> StaleThemes(Period period) =>
        Stale(period).Where(key => key.Theme.Length > 0).Select(key => $"{Plan}|{key.Theme}");

    private IEnumerable<NationalKey> Stale(Period period) =>
        (Before?.Keys ?? []).Where(key => key.Period == period && !wanted.Contains(key));

    private static ValueList<NationalKey> Ordered(IEnumerable<NationalKey> keys) =>
        keys.OrderBy(key => key.Period).ThenBy(key => key.Theme, StringComparer.Ordinal).ToValueList();
}
