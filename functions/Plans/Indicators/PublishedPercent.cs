namespace Avance.Functions.Plans.Indicators;

/// <summary>
/// Compares a percent that was published with the one that is computed. The published percent and the actual are rounded to
/// the digits that are printed; targets and baselines are exact, since the policy sets them.
/// </summary>
public static class PublishedPercent
{
    /// <summary>The least and the largest percent that the actual gives, whatever was rounded away of it.</summary>
    /// <returns>Null where the method gives no percent.</returns>
    public static (decimal Least, decimal Largest)? RangeOf(Indicator indicator, decimal target, decimal actual)
    {
        var (low, high) = Unrounded(actual);
        var isComputable = indicator.Method switch
        {
            IndicatorMethod.InverseRatio => low > 0,
            IndicatorMethod.BaselineGap => indicator.Baseline is { } baseline && baseline != target,
            _ => target != 0,
        };
        if (!isComputable)
        {
            return null;
        }

        // Each method rises or falls steadily with the actual.
        var (one, other) = (
            IndicatorRules.Percent(indicator, low, target),
            IndicatorRules.Percent(indicator, high, target)
        );
        return (Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>True if the published percent may be a rounding of the computed one.</summary>
    public static bool IsReproduced(Indicator indicator, decimal target, decimal actual, decimal published)
    {
        var (low, high) = Unrounded(published);
        return RangeOf(indicator, target, actual) is var (least, largest) && least <= high && largest >= low;
    }

    /// <summary>The baselines with which <see cref="IndicatorMethod.BaselineGap"/> gives the published percent.</summary>
    /// <returns>Null if each baseline or none does: a percent of 100.</returns>
    public static (decimal Least, decimal Largest)? InferBaseline(decimal target, decimal actual, decimal published)
    {
        var (low, high) = Unrounded(published);
        if (low <= 100 && high >= 100)
        {
            return null;
        }

        var (lowActual, highActual) = Unrounded(actual);
        var baselines =
            from share in new[] { low / 100, high / 100 }
            from value in new[] { lowActual, highActual }
            select (value - (share * target)) / (1 - share);
        var all = baselines.ToList();
        return (all.Min(), all.Max());
    }

    /// <summary>What a printed number may have been: half a unit of its last digit more or less.</summary>
    private static (decimal Low, decimal High) Unrounded(decimal printed)
    {
        var half = new decimal(5, 0, 0, isNegative: false, scale: (byte)Math.Min(printed.Scale + 1, 28));
        return (printed - half, printed + half);
    }
}
