namespace Avance.Functions.Plans.Indicators;

/// <summary>How many indicators of a policy reached their target of a year.</summary>
/// <param name="Exceeded">At the target or beyond it.</param>
/// <param name="NotMet">Short of the target.</param>
/// <param name="NoInformation">Without an actual.</param>
public sealed record PolicyCounts(int Exceeded, int NotMet, int NoInformation)
{
    public int Total => Exceeded + NotMet + NoInformation;

    public int WithInformation => Exceeded + NotMet;

    /// <summary>Exceeded, not met and without information in whole percents of all; see <see cref="RoundedShares"/>.</summary>
    public ValueList<int> Shares => RoundedShares.Of([Exceeded, NotMet, NoInformation]);

    /// <param name="results">Of indicators that have a target in the year.</param>
    public static PolicyCounts Of(IEnumerable<IndicatorResult> results)
    {
        var all = results.ToList();
        var informed = all.Where(result => result.IsExceeded is not null).ToList();
        return new PolicyCounts(
            informed.Count(result => result.IsExceeded == true),
            informed.Count(result => result.IsExceeded == false),
            all.Count - informed.Count
        );
    }
}
