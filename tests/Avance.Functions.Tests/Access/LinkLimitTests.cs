namespace Avance.Functions.Tests.Access;

public sealed class LinkLimitTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Call_MoreOftenThanALinkMay_IsToldWhenToComeAgainAndNoOtherLinkIs()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            configure: builder => builder.Configuration["Access:RequestsPerMinute"] = "10"
        );
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var token = await Browser.LinkAsync(app);
        var one = await new Browser(app).EnterAsync(token);
        var two = await new Browser(app).EnterAsync(token);
        var other = await Browser.ByLinkAsync(app);

        // Both came in with two requests each.
        for (var left = 6; left > 0; left--)
        {
            (await (left % 2 == 0 ? one : two).Page.GetAsync(AppDriver.Plan())).ShouldBeOk();
        }

        var refused = (await one.Page.GetAsync(AppDriver.Plan())).ShouldBeProblem(429, "too-many-requests");
        int.Parse(refused.Header("Retry-After")!, null).ShouldBeInRange(1, 60);
        (await two.Page.GetAsync(AppDriver.Plan())).ShouldBeProblem(429, "too-many-requests");
        (await new Browser(app).PressAsync(token)).ShouldBeProblem(429, "too-many-requests");
        (await other.Page.GetAsync(AppDriver.Plan())).ShouldBeOk();
        (await app.Secretariat().GetAsync(AppDriver.Plan())).ShouldBeOk();
    }
}
