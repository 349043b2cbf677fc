using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Tests.Reports.Policies;

/// <summary>Where the report of a policy says that a value comes from, and why there is none.</summary>
public sealed class IndicatorSourceTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("notReported")]
    public async Task Run_LaterSemesterSaysNothing_KeepsTheSourceOfTheYear(string? later)
    {
        await using var app = await StartAsync();
        await SendAsync(app, "2023-I", "reported", 7.6m, source: "ENDES 2023");

        var row = await RunAsync(app, later);

        (row.Actual, row.Source, row.Reason).ShouldBe((7.6, "ENDES 2023", ""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("notReported")]
    public async Task Run_LaterSemesterSaysNothing_KeepsTheReasonOfTheYear(string? later)
    {
        await using var app = await StartAsync();
        await SendAsync(app, "2023-I", "sourceNotProduced", null, reason: "La encuesta no se hizo.");

        var row = await RunAsync(app, later);

        (row.Information, row.Reason, row.Source).ShouldBe(("SourceNotProduced", "La encuesta no se hizo.", "ENDES"));
    }

    [Fact]
    public async Task Run_LaterSemesterGivesAValue_HasItsSource()
    {
        await using var app = await StartAsync();
        await SendAsync(app, "2023-I", "reported", 7.6m, source: "ENDES 2022");

        var row = await RunAsync(app, "reported");

        (row.Actual, row.Source).ShouldBe((8, "ENDES 2023"));
    }

    [Fact]
    public async Task Run_NoSemesterGivesAValue_HasTheLatestReason()
    {
        await using var app = await StartAsync();
        await SendAsync(app, "2023-I", "notReported", null, reason: "Aún no se publica.");

        var row = await RunAsync(app, "notReported");

        (row.Information, row.Reason).ShouldBe(("NotSubmitted", "No se tiene el dato."));
    }

    [Fact]
    public async Task Run_FirstSemester_KnowsNothingOfTheSecond()
    {
        await using var app = await StartAsync();
        await SendAsync(app, "2023-I", "reported", 7.6m, source: "ENDES 2022");
        await RunAsync(app, "reported");

        var row = await RowAsync(app, TestPlan.First);

        (row.Actual, row.Source).ShouldBe((7.6, "ENDES 2022"));
    }

    /// <param name="outcome">What is sent in the second semester; null for nothing.</param>
    private static async Task<ReportIndicatorRow> RunAsync(AppDriver app, string? outcome)
    {
        app.Clock.SetUtcNow(TestPlan.WhileOpen);
        if (outcome is not null)
        {
            var isReported = outcome == "reported";
            await SendAsync(
                app,
                "2023-II",
                outcome,
                isReported ? 8 : null,
                isReported ? "ENDES 2023" : null,
                isReported ? "" : "No se tiene el dato."
            );
        }

        await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel);
        return await RowAsync(app, TestPlan.Second);
    }

    private static async Task<ReportIndicatorRow> RowAsync(AppDriver app, Period period) =>
        (
            await app.Get<ReportTables>().Indicators.ReadAsync(new ReportScope(TestPlan.Id, period), Cancel)
        ).ShouldHaveSingleItem();

    private static async Task SendAsync(
        AppDriver app,
        string period,
        string outcome,
        decimal? executed,
        string? source = null,
        string reason = ""
    ) =>
        (
            await app.Reporter()
                .PutAsync(
                    AppDriver.Progress(34, period),
                    0,
                    new
                    {
                        submissionId = Guid.NewGuid(),
                        action = "submit",
                        goals = new[]
                        {
                            new
                            {
                                year = 2023,
                                outcome,
                                executed,
                                reason,
                            },
                        },
                        narrative = "Se pidió el dato.",
                        improvementActions = "Se volverá a pedir.",
                        source,
                    }
                )
        ).ShouldBeOk();

    private async Task<AppDriver> StartAsync()
    {
        var plan = new TestPlan().Activity(34, target: 7.8m, measure: GoalMeasure.Value).Build();
        var app = await AppDriver.StartAsync(azurite.NewAccount(), TestPlan.WhileOpen.AddMonths(-6));
        await app.AddAsync(
            plan with
            {
                Header = plan.Header with { Kind = PlanKind.Policy },
                Policy = new Policy(
                    [new PriorityObjective("OP.01", "Reducir la violencia")],
                    [],
                    [],
                    [
                        new PolicyIndicator(
                            new ActivityNumber(34),
                            "IOP.01.01",
                            "OP.01",
                            IndicatorDirection.Descending,
                            IndicatorMethod.InverseRatio,
                            null,
                            null,
                            false,
                            "ENDES"
                        ),
                    ],
                    []
                ),
            }
        );
        return app;
    }
}
