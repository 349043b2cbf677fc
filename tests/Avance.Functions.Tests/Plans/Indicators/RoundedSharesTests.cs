using Avance.Functions.Plans.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Plans.Indicators;

public sealed class RoundedSharesTests
{
    [Theory]
    [InlineData(4, 2, 7, 31, 15, 54)]
    [InlineData(6, 11, 4, 29, 52, 19)]
    [InlineData(1, 1, 1, 34, 33, 33)]
    [InlineData(0, 0, 5, 0, 0, 100)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void Of_Counts_AreThePublishedShares(int one, int two, int three, params int[] expected) =>
        RoundedShares.Of([one, two, three]).ShouldBe(expected);

    [Fact]
    public void Of_AnyCounts_AddUpTo100AndAreLessThanOneAway() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Arb.From(Gen.Choose(0, 200).Three()),
                counts =>
                {
                    int[] all = [counts.Item1, counts.Item2, counts.Item3];
                    var shares = RoundedShares.Of(all);
                    shares.Sum().ShouldBe(all.Sum() == 0 ? 0 : 100);
                    foreach (var (share, count) in shares.Zip(all).Where(_ => all.Sum() > 0))
                    {
                        Math.Abs(share - (100.0 * count / all.Sum())).ShouldBeLessThan(1);
                    }
                }
            )
        );
}
