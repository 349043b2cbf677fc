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
        Written(counted).ShouldBe(Written(costs.Predict(Shape, Bodies)));
    }

    private static IReadOnlyList<string> Written(IReadOnlyDictionary<StoragePlace, int> requests) =>
        [.. requests.Select(place => $"{place.Key.Service} {place.Key}: {place.Value}").Order(StringComparer.Ordinal)];
}
