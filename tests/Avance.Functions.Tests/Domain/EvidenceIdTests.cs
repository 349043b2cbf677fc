using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Domain;

public sealed class EvidenceIdTests
{
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(22));
    private static readonly Guid Upload = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void Of_SameFileOfTheSameUpload_IsTheSame() =>
        EvidenceId.Of(Address, Upload, 3).ShouldBe(EvidenceId.Of(Address, Upload, 3));

    [Fact]
    public void Of_AnythingElse_IsAnother() =>
        new[]
        {
            EvidenceId.Of(Address, Upload, 0),
            EvidenceId.Of(Address, Upload, 1),
            EvidenceId.Of(Address, Guid.Empty, 0),
            EvidenceId.Of(Address with { Activity = new ActivityNumber(2) }, Upload, 0),
            EvidenceId.Of(Address with { Period = TestPlan.First }, Upload, 0),
            EvidenceId.Of(Address with { Plan = new PlanId("otro-plan") }, Upload, 0),
        }
            .Distinct()
            .Count()
            .ShouldBe(6);

    [Fact]
    public void Parse_Printed_IsTheSame()
    {
        var id = EvidenceId.Of(Address, Upload, 0);

        EvidenceId.Parse(id.ToString(), null).ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("0F8FAD5BD9CB469FA16570867728950E")]
    [InlineData("0f8fad5bd9cb469fa16570867728950")]
    public void TryParse_AnythingElse_IsRefused(string text) => EvidenceId.TryParse(text, null, out _).ShouldBeFalse();
}
