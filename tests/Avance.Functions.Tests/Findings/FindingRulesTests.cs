using Avance.Functions.Findings;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Findings;

public sealed class FindingRulesTests
{
    [Fact]
    public void Examine_ClaimInOrder_RaisesNothing() =>
        FindingRules
            .Examine(new ClaimBuilder().Build())
            .Select(item => item.Finding.Message(item.Rule.Code))
            .ShouldBeEmpty();

    [Fact]
    public void Examine_EachExample_SaysWhatItSays() =>
        string.Concat(
                FindingExamples.All.Select(example =>
                    $"## {example.Key}\n"
                    + string.Concat(
                        FindingRules
                            .Examine(example.Value.Build())
                            .Select(item => $"{item.Rule.Code}: {item.Finding.Message(item.Rule.Code)}\n")
                    )
                )
            )
            .ShouldMatchGolden("examples.txt");
}
