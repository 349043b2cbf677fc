using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans;

public sealed class DayOrTimeTests
{
    [Theory]
    [InlineData("15/07/2023", "2023-07-15T05:00:00Z", "2023-07-16T05:00:00Z")]
    [InlineData("5/7/2023", "2023-07-05T05:00:00Z", "2023-07-06T05:00:00Z")]
    [InlineData("2023-07-15", "2023-07-15T05:00:00Z", "2023-07-16T05:00:00Z")]
    [InlineData("2023-07-15T18:30", "2023-07-15T23:30:00Z", "2023-07-15T23:30:00Z")]
    [InlineData("2023-07-15T18:30:00-05:00", "2023-07-15T23:30:00Z", "2023-07-15T23:30:00Z")]
    [InlineData("2023-07-15T18:30:00.125Z", "2023-07-15T18:30:00.125Z", "2023-07-15T18:30:00.125Z")]
    public void Parse_TextOfAPerson_IsInThePlansZone(string text, string start, string end)
    {
        var moment = DayOrTime.Parse(text, null);

        moment.AsStart(PlanBuilder.Lima).ShouldBe(DateTimeOffset.Parse(start));
        moment.AsEnd(PlanBuilder.Lima).ShouldBe(DateTimeOffset.Parse(end));
        DayOrTime.Parse(moment.ToString(), null).ShouldBe(moment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("07/15/2023")]
    [InlineData("30/02/2023")]
    [InlineData("2023")]
    [InlineData("15 de julio")]
    [InlineData("15/07/0023")]
    [InlineData("9999-12-31")]
    public void TryParse_AnythingElse_IsNone(string text) => DayOrTime.TryParse(text, null, out _).ShouldBeFalse();
}
