using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Domain;

public sealed class HolidaysTests
{
    /// <summary>As the calendars of those years list them, month and day.</summary>
    private static readonly Dictionary<int, string> Published = new()
    {
        [2024] = "01-01 03-28 03-29 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2025] = "01-01 04-17 04-18 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2026] = "01-01 04-02 04-03 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2027] = "01-01 03-25 03-26 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2028] = "01-01 04-13 04-14 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2029] = "01-01 03-29 03-30 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
        [2030] = "01-01 04-18 04-19 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
    };

    public static TheoryData<int> Years => [.. Published.Keys];

    [Theory]
    [MemberData(nameof(Years))]
    public void Contains_EachDayOfAYear_IsAsPublished(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, 366).Select(first.AddDays).Where(day => day.Year == year);

        string.Join(' ', days.Where(Holidays.Peru.Contains).Select(day => day.ToString("MM-dd")))
            .ShouldBe(Published[year]);
    }

    [Theory]
    [InlineData("2021-08-06", false)]
    [InlineData("2022-08-06", true)]
    [InlineData("2021-12-09", false)]
    [InlineData("2022-12-09", true)]
    [InlineData("2022-07-23", false)]
    [InlineData("2023-07-23", true)]
    [InlineData("2023-06-07", false)]
    [InlineData("2024-06-07", true)]
    public void Contains_HolidayThatALawAdded_BeginsWithItsYear(string day, bool expected) =>
        Holidays.Peru.Contains(DateOnly.Parse(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2024-07-29", "2024-07-26", "2024-07-30")]
    [InlineData("2024-12-08", "2024-12-06", "2024-12-10")]
    [InlineData("2025-04-20", "2025-04-16", "2025-04-21")]
    [InlineData("2024-01-15", "2024-01-15", "2024-01-15")]
    public void WorkingDay_AroundWeekendsAndHolidays_IsTheNearest(string day, string before, string after)
    {
        PlanBuilder.Lima.WorkingDayUpTo(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(before));
        PlanBuilder.Lima.WorkingDayFrom(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(after));
    }
}
