using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Drivers;

/// <summary>One app for all tests of a class that leave the plan as it is: declare it as its class fixture.</summary>
public sealed class SharedApp(AzuriteFixture azurite) : IAsyncLifetime
{
    private AppDriver? app;

    public AppDriver App => app ?? throw new InvalidOperationException("The app has not been started.");

    public async ValueTask InitializeAsync()
    {
        app = await AppDriver.StartAsync(azurite.NewAccount());
        var plan = new TestPlan()
            .Activity(34, carriedOver: 70)
            .Activity(35, "DTEG")
            .Activity(36, status: ActivityStatus.Suspended)
            .Activity(37)
            .Build();
        var next = plan.Periods[^1] with
        {
            Id = new Period(2024, 1),
            Opens = TestPlan.Closes,
            Due = TestPlan.Closes.AddMonths(1),
            Closes = TestPlan.Closes.AddMonths(2),
        };
        var goal = new Goal(new ActivityNumber(34), 2024, 5, GoalMeasure.Count);
        await app.AddAsync(plan with { Goals = [.. plan.Goals, goal], Periods = [.. plan.Periods, next] });
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
