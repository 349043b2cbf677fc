namespace Avance.FunctionsHost.Tests.Hosts;

public sealed class TakeoverTests(SharedHost shared)
{
    [Fact]
    public async Task TwoHosts_OnOneStorage_FireOnceAndTakeOverFromOneThatDies()
    {
        var storage = shared.NewAccount();
        await using var leader = await HostProcess.StartAsync(storage);
        await leader.App.WaitForCallsAsync("every-second", 1);
        await using var other = await HostProcess.StartAsync(storage);
        await leader.App.PutAsync("first", new { Id = "first" });
        await Eventually.TrueAsync(async () => await CountAsync("first") > 0, "the blob");
        await leader.App.WaitForCallsAsync("every-second", 3);
        (await other.App.CallsAsync("every-second")).ShouldBeEmpty();
        (await CountAsync("first")).ShouldBe(1);

        leader.Die();

        var calls = await other.App.WaitForCallsAsync("every-second", 2);
        calls.Select(call => call.Data["isPastDue"]).Take(2).ShouldBe(["True", "False"]);
        await other.App.PutAsync("second", new { Id = "second" });
        await other.App.WaitForCallsAsync("second", 1);
        (await other.App.CallsAsync("first")).Count.ShouldBeLessThan(2);

        async Task<int> CountAsync(string id) =>
            (await leader.App.CallsAsync(id)).Count + (await other.App.CallsAsync(id)).Count;
    }
}
