using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.History;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.History;

public sealed class HistoryImportRulesTests
{
    private static readonly Plan Plan = new TestPlan().Activity(1, "DA").Activity(2).Build();
    private static readonly DateOnly Today = new(2023, 12, 11);
    private static readonly HistoryRequest Balance = new("Plan 2022", "Informe anual 2022", 54, 44);

    [Fact]
    public void Import_PublishedBalance_IsVersionOne() =>
        Import(2022, Balance)
            .ShouldSucceed()
            .ShouldBe(
                new ImportedYear(
                    2022,
                    "Plan 2022",
                    "Informe anual 2022",
                    54,
                    44,
                    [],
                    [],
                    1,
                    TestProgress.Secretariat.Name,
                    TestPlan.WhileOpen
                )
            );

    [Fact]
    public void Import_SameAgain_IsTheVersionThatIsThere()
    {
        var first = Import(2022, Balance).ShouldSucceed();

        Import(2022, Balance with { Source = " Informe anual 2022 " }, first).ShouldSucceed().ShouldBeSameAs(first);
    }

    [Fact]
    public void Import_OtherOnAnOldVersion_IsRefused()
    {
        var first = Import(2022, Balance).ShouldSucceed();

        Import(2022, Balance with { FullyExecuted = 43 }, first)
            .ShouldBeRefused("history-changed")
            .Status.ShouldBe(412);
        Import(2022, Balance with { FullyExecuted = 43 }, first, 1).ShouldSucceed().Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(1999, "history-year")]
    [InlineData(2000, null)]
    [InlineData(2022, null)]
    [InlineData(2024, "history-year")]
    public void Import_Year_IsOneThatHasEndedAndNotAfterThePlan(int year, string? code) =>
        Import(year, Balance).Error?.Code.ShouldBe(code);

    [Fact]
    public void Import_YearThatHasNotEnded_IsRefused()
    {
        var plan = Plan with { Periods = [] };

        Import(2023, Balance, plan: plan).ShouldBeRefused("history-year").Status.ShouldBe(422);
        Import(2023, Balance, plan: plan, today: new DateOnly(2024, 1, 1)).ShouldSucceed().Year.ShouldBe(2023);
    }

    [Fact]
    public void Import_YearThatIsReportedInAvance_IsRefused()
    {
        var later = new DateOnly(2024, 12, 11);
        var onPaper = Plan with
        {
            Header = Plan.Header with { Settings = new PlanSettings { FirstPeriod = new Period(2024, 1) } },
        };

        Import(2023, Balance, today: later).ShouldBeRefused("history-year-reported").Status.ShouldBe(409);
        Import(2023, Balance, plan: onPaper, today: later).ShouldSucceed().Year.ShouldBe(2023);
    }

    [Theory]
    [InlineData(-1, 0, "history-count", "programmed")]
    [InlineData(10_000, 0, "history-count", "programmed")]
    [InlineData(9_999, 9_999, null, null)]
    [InlineData(5, 6, "history-count", "fullyExecuted")]
    [InlineData(5, -1, "history-count", "fullyExecuted")]
    public void Import_Counts_AreWithinTheirLimits(int programmed, int fullyExecuted, string? code, string? field)
    {
        var result = Import(2022, Balance with { Programmed = programmed, FullyExecuted = fullyExecuted });

        (result.Error?.Code, result.Error?.Field).ShouldBe((code, field));
    }

    [Theory]
    [InlineData("-0.1", "history-percent")]
    [InlineData("0", null)]
    [InlineData("81.4815", null)]
    [InlineData("81.48148", "history-percent")]
    [InlineData("1000000", null)]
    [InlineData("1000000.1", "history-percent")]
    public void Import_Percents_AreWithinTheirLimits(string percent, string? code)
    {
        var value = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        var request = Balance with
        {
            Units = [new ImportedUnit("DA", value)],
            Activities = [new ImportedActivity(new ActivityNumber(1), value)],
        };

        var error = Import(2022, request).Error;

        (error?.Errors.Select(one => $"{one.Field} {one.Code}") ?? []).ShouldBe(
            code is null ? [] : [$"units[0].compliance {code}", $"activities[0].percent {code}"]
        );
    }

    [Theory]
    [InlineData("", "history-text-missing")]
    [InlineData("O/C", "history-unit")]
    [InlineData("O\nC", "history-unit")]
    [InlineData("Oficina de Comunicación (OC)", null)]
    public void Import_NameOfAUnitThatThePlanDoesNotHave_IsKeptUnlessItIsNoKey(string name, string? code) =>
        Import(2022, Balance with { Units = [new ImportedUnit(name, 92)] }).Error?.Code.ShouldBe(code);

    [Fact]
    public void Import_SameUnitOrActivityTwice_IsRefused()
    {
        var request = Balance with
        {
            Units = [new ImportedUnit("DA", 1), new ImportedUnit("OC", 1), new ImportedUnit("Ex da", 2)],
            Activities = [new ImportedActivity(new(1), 1), new ImportedActivity(new(1), 2)],
        };

        Import(2022, request)
            .ShouldBeRefused("invalid-request")
            .Errors.Select(error => $"{error.Field} {error.Code}")
            .ShouldBe(["units[2].unit history-repeated", "activities[1].activity history-repeated"]);
    }

    [Fact]
    public void Import_ActivityThatThePlanDoesNotHave_IsRefused() =>
        Import(2022, Balance with { Activities = [new ImportedActivity(new(7), 1)] })
            .ShouldBeRefused("activity-unknown")
            .Field.ShouldBe("activities[0].activity");

    [Fact]
    public void Import_WithoutSource_IsRefused() =>
        Import(2022, Balance with { Source = " " }).ShouldBeRefused("history-text-missing").Field.ShouldBe("source");

    private static Result<ImportedYear> Import(
        int year,
        HistoryRequest request,
        ImportedYear? current = null,
        int expectedVersion = 0,
        Plan? plan = null,
        DateOnly? today = null
    ) =>
        HistoryImportRules.Import(
            plan ?? Plan,
            year,
            current,
            expectedVersion,
            request,
            today ?? Today,
            TestProgress.Secretariat,
            TestPlan.WhileOpen
        );
}
