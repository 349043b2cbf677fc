using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Tests.Reports.Recommendations;

public sealed class RecommendationIdTests
{
    [Theory]
    [InlineData("d-0123456789abcdef", "d-0123456789abcdef")]
    [InlineData("a-6F9619FF-8B86-D011-B42D-00CF4FC964FF", "a-6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    public void Parse_Id_IsOneSpelling(string text, string id) =>
        RecommendationId.Parse(text, null).ToString().ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("d-")]
    [InlineData("d-0123456789ABCDEF")]
    [InlineData("d-0123456789abcde")]
    [InlineData("a-00000000-0000-0000-0000-000000000000")]
    [InlineData("a-6f9619ff8b86d011b42d00cf4fc964ff")]
    [InlineData("order")]
    [InlineData("x-0123456789abcdef")]
    public void TryParse_OtherText_IsNoId(string text)
    {
        RecommendationId.TryParse(text, null, out var id).ShouldBeFalse();

        id.ShouldBe(default);
    }

    [Fact]
    public void Of_AnotherReasonActivityOrSubject_IsAnotherId() =>
        new[]
        {
            RecommendationId.Of(RecommendationReason.SameDocument, new ActivityNumber(1), ""),
            RecommendationId.Of(RecommendationReason.NumberMissing, new ActivityNumber(1), ""),
            RecommendationId.Of(RecommendationReason.SameDocument, new ActivityNumber(2), ""),
            RecommendationId.Of(RecommendationReason.SameDocument, new ActivityNumber(1), "a"),
        }
            .Distinct()
            .Count()
            .ShouldBe(4);
}
