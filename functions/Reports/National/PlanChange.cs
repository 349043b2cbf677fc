using System.Security.Cryptography;
using System.Text.Json;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.National;

/// <summary>Compares the rows of a plan with what it has, semester by semester.</summary>
internal sealed class PlanChange
{
    private readonly PlanId plan;
    private readonly IReadOnlyDictionary<Period, NationalPlan> next;
    private readonly Dictionary<Period, ConsolidatedPeriod> before;
    private readonly Dictionary<Period, ConsolidatedPeriod> after;

    /// <param name="next">Its rows as they are to be.</param>
    /// <param name="before">What it has; null if nothing.</param>
    /// <param name="isAll">True takes each semester for changed.</param>
    public PlanChange(PlanId plan, IReadOnlyDictionary<Period, NationalPlan> next, ConsolidatedPlan? before, bool isAll)
    {
        this.plan = plan;
        this.next = next;
        this.before = (before?.Periods ?? []).ToDictionary(one => one.Period);
        after = next.ToDictionary(one => one.Key, one => Describe(one.Key, one.Value));
        Periods = All.Where(period => isAll || ChecksumOf(this.before, period) != ChecksumOf(after, period))
            .ToValueList();
    }

    /// <summary>The semesters of which something is to be written or deleted, in order.</summary>
    public ValueList<Period> Periods { get; }

    /// <summary>What it may have while the rows are written: all that it had or is to have.</summary>
    public ConsolidatedPlan Meanwhile =>
        new(
            plan,
            All.Select(period =>
                    Periods.Contains(period)
                        ? new ConsolidatedPeriod(
                            period,
                            "",
                            [
                                .. ThemesOf(before, period)
                                    .Union(ThemesOf(after, period), StringComparer.Ordinal)
                                    .Order(StringComparer.Ordinal),
                            ]
                        )
                        : after[period]
                )
                .ToValueList()
        );

    /// <summary>What it has once they are written.</summary>
    public ConsolidatedPlan Done => new(plan, [.. after.Values.OrderBy(one => one.Period)]);

    private IEnumerable<Period> All => before.Keys.Union(after.Keys).Order();

    /// <summary>Its row in a semester that has changed; none in another one, or if it no longer has one.</summary>
    public IEnumerable<ReportNationalPlanRow> PlanRows(Period period) =>
        Periods.Contains(period) && next.TryGetValue(period, out var rows) ? [rows.Row] : [];

    /// <inheritdoc cref="PlanRows"/>
    public IEnumerable<ReportNationalThemeRow> ThemeRows(Period period) =>
        Periods.Contains(period) && next.TryGetValue(period, out var rows) ? rows.Themes : [];

    /// <summary>The keys of rows of a semester that it no longer has.</summary>
    public IEnumerable<string> StalePlans(Period period) =>
        before.ContainsKey(period) && !after.ContainsKey(period) ? [plan.ToString()] : [];

    /// <inheritdoc cref="StalePlans"/>
    public IEnumerable<string> StaleThemes(Period period) =>
        ThemesOf(before, period)
            .Except(ThemesOf(after, period), StringComparer.Ordinal)
            .Select(theme => $"{plan}|{theme}");

    private static ConsolidatedPeriod Describe(Period period, NationalPlan rows) =>
        new(
            period,
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows, StoredJson.Options))),
            rows.Themes.Select(theme => theme.ThemeKey).ToValueList()
        );

    private static string? ChecksumOf(Dictionary<Period, ConsolidatedPeriod> periods, Period period) =>
        periods.GetValueOrDefault(period)?.Checksum;

    private static ValueList<string> ThemesOf(Dictionary<Period, ConsolidatedPeriod> periods, Period period) =>
        periods.GetValueOrDefault(period)?.Themes ?? [];
}
