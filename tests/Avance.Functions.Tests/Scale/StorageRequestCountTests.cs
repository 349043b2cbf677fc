using Avance.Testing.Scale;

namespace Avance.Functions.Tests.Scale;

/// <summary>
/// What each operation asks of the storage. The table of docs/scale.md is made of it: <c>AVANCE_REWRITE_GOLDEN=1</c> writes it
/// anew. A change that doubles a count is to be seen there before it is merged.
/// </summary>
public sealed class StorageRequestCountTests(AzuriteFixture azurite)
{
    private const int Bodies = 5;
    private static readonly BodyShape Shape = new(Units: 2, Activities: 2, Saves: 3, Files: 3);

    [Fact]
    public async Task Requests_OfEachOperation_AreThoseOfThePageAndAddUpForFiveBodies()
    {
        var counting = new CostCounting(azurite.NewAccount);
        var costs = await counting.CountAsync(Shape);

        ScalePage.ShouldHaveTable(OperationCosts.TableHead, costs.ToMarkdown());
        var counted = await counting.CountAsync(Shape, Bodies, seed: 7);
        var predicted = costs.Predict(Shape, Bodies);
        counted.Values.Sum().ShouldBeGreaterThan(1_000);
        counted
            .Keys.Union(predicted.Keys)
            .Where(place => counted.GetValueOrDefault(place) != predicted.GetValueOrDefault(place))
            .Select(place => $"{place}: {counted.GetValueOrDefault(place)}, not {predicted.GetValueOrDefault(place)}")
            .ShouldBeEmpty();
    }
}
