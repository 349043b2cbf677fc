namespace Avance.Functions.Plans.Indicators;

/// <summary>Shares of a whole in whole percents that add up to 100. Pure.</summary>
public static class RoundedShares
{
    private const int Whole = 100;

    /// <summary>
    /// Each share rounded down; what is missing to 100 goes one by one to the shares that lost most, of equal ones to the first:
    /// 4, 2 and 7 of 13 are 31, 15 and 54.
    /// </summary>
    /// <param name="counts">None below 0.</param>
    /// <returns>Zeros if there is nothing to share.</returns>
    public static ValueList<int> Of(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        if (total == 0)
        {
            return counts.Select(_ => 0).ToValueList();
        }

        var shares = counts.Select(count => Whole * count / total).ToArray();
        var lost = counts.Select((count, index) => (Lost: Whole * count % total, Index: index));
        foreach (var (_, index) in lost.OrderByDescending(one => one.Lost).Take(Whole - shares.Sum()))
        {
            shares[index]++;
        }

        return shares.ToValueList();
    }
}
