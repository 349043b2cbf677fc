using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports.Rows;

/// <summary>What the other report tables point at.</summary>
public sealed class DimensionTableTests(AzuriteFixture azurite)
{
    private static readonly Plan Plan = new TestPlan().Activity(34, "DA").Activity(35, "OGRH").Build();
    private readonly ReportDriver driver = new(azurite.NewAccount());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_Periods_SayWhenTheyAreAndWhichIsTheLastOfYearAndPlan()
    {
        var rows = Dimensions.Of(Plan, PlanBuilder.Lima).Periods;

        rows.Select(row => (row.Period, row.IsYearEnd, row.IsPlanEnd)).ShouldBe([("2023-I", 0, 0), ("2023-II", 1, 1)]);
        rows[1].Starts.ShouldBe(new DateTimeOffset(2023, 7, 1, 0, 0, 0, TimeSpan.FromHours(-5)));
        rows[1].Ends.ShouldBe(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)));
    }

    [Fact]
    public async Task Run_EveryKeyOfAReport_LeadsToARow()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 34, 5);
        await driver.RunAsync();

        var rows = await driver.ContentAsync();

        var keys = rows.SelectMany(row => row.Split(", "))
            .Where(column =>
                column.StartsWith("UnitKey=", StringComparison.Ordinal)
                || column.StartsWith("ActivityKey=", StringComparison.Ordinal)
                || column.StartsWith("BodyKey=", StringComparison.Ordinal)
            )
            .Select(column => column.Split('=')[1])
            .Where(key => key.Length > 0)
            .Distinct()
            .ToList();
        keys.ShouldContain($"{Plan.Id}|034");
        var dimensions = rows.Where(row => row.StartsWith("dim", StringComparison.Ordinal)).ToList();
        keys.ShouldAllBe(key => dimensions.Exists(row => row.Contains($"RowKey={key}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_BodyRenamed_LeavesNothingOfItsOldName()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        await driver.SaveAsync(Named("Ministerio de la Mujer / MIMP"));

        await driver.RunAsync("second");

        (await BodiesAsync()).ShouldBe(["MINISTERIO DE LA MUJER ~002F MIMP: Ministerio de la Mujer / MIMP"]);
        (await driver.RunAsync("third")).RowsWritten.ShouldBe(0);
    }

    [Fact]
    public async Task Run_BodyOfTwoPlans_HasOneRowAsLongAsOneNamesIt()
    {
        var other = Named("Mimp") with { Id = new PlanId("otro-plan") };
        await driver.SaveAsync(Plan);
        await driver.SaveAsync(other);
        await driver.RunAsync("first");
        await driver.RunAsync("first of other", other.Id);
        (await BodiesAsync()).ShouldBe(["MIMP: MIMP"]);
        (await driver.RunAsync("second")).RowsWritten.ShouldBe(0);
        (await driver.RunAsync("second of other", other.Id)).RowsWritten.ShouldBe(0);

        await driver.SaveAsync(Named("MIDIS"));
        await driver.RunAsync("third");

        (await BodiesAsync()).ShouldBe(["MIDIS: MIDIS", "MIMP: MIMP"]);
    }

    [Fact]
    public async Task Run_DimensionLost_IsWrittenAnew()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        var before = await driver.ContentAsync();
        await driver.Direct.UnitDimension.ReplaceAsync(
            new ReportScope(Plan.Id),
            [],
            "lost",
            driver.Clock.GetUtcNow(),
            mayHoldOthers: true,
            Cancel
        );

        (await driver.RunAsync("second")).PeriodsUnchanged.ShouldBe(2);

        (await driver.ContentAsync()).ShouldBe(before);
    }

    private static Plan Named(string body) => Plan with { Header = Plan.Header with { Body = body } };

    private async Task<IEnumerable<string>> BodiesAsync() =>
        (await driver.ContentAsync())
            .Where(row => row.StartsWith("dimbody", StringComparison.Ordinal))
            .Select(row => row.Split(": ", 2)[1].Split(", "))
            .Select(columns => $"{Value(columns, "RowKey")}: {Value(columns, "Body")}");

    private static string Value(string[] columns, string name) =>
        columns.Single(column => column.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}
