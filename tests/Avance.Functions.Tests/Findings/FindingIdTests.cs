using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Findings;

public sealed class FindingIdTests
{
    private static readonly ClaimAddress Claim = new(TestPlan.Second, new ActivityNumber(22));
    private static readonly RaisedFinding Raised = new("180|178", []) { File = ClaimBuilder.Id(1) };

    [Fact]
    public void Of_SameFinding_IsTheSameWhateverItsText() =>
        Id(Raised with { Arguments = ["180", "178"] }).ShouldBe(Id(Raised));

    [Fact]
    public void Of_AnythingElse_IsAnother() =>
        new[]
        {
            Id(Raised),
            Id(Raised with { Subject = "300|178" }),
            Id(Raised with { File = ClaimBuilder.Id(2) }),
            Id(Raised with { File = null }),
            FindingId.Of(Claim, "list-differs", Raised),
            FindingId.Of(Claim with { Activity = new ActivityNumber(42) }, "claim-differs", Raised),
        }.ShouldBeUnique();

    private static FindingId Id(RaisedFinding finding) => FindingId.Of(Claim, "claim-differs", finding);
}
