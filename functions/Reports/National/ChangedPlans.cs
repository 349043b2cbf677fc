using System.Security.Cryptography;
using System.Text.Json;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.National;

/// <summary>Finds the plans whose rows have changed, and keeps count of them.</summary>
/// <param name="isAll">True takes each plan for changed.</param>
internal sealed class ChangedPlans(bool isAll)
{
    private readonly SortedSet<Period> periods = [];

    public int Read { get; private set; }

    public int Written { get; private set; }

    /// <summary>The semesters in which something has changed.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    public IReadOnlyList<PlanChange> Of(IReadOnlyList<(PlanReports Now, ConsolidatedPlan? Before)> plans)
    {
        var changes = new List<PlanChange>();
        foreach (var (now, before) in plans)
        {
            var next = NationalPlanRules.Of(now);
            var checksum = ChecksumOf(next);
            if (isAll || before?.Checksum != checksum)
            {
                changes.Add(new PlanChange(now.Plan, next, before, checksum));
            }
        }

        Read += plans.Count;
        Written += changes.Count;
        periods.UnionWith(changes.SelectMany(change => change.Meanwhile.Keys).Select(key => key.Period));
        return changes;
    }

    private static string ChecksumOf(IReadOnlyDictionary<Period, NationalPlan> rows) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(rows.OrderBy(one => one.Key).ToList(), StoredJson.Options)
            )
        );
}
