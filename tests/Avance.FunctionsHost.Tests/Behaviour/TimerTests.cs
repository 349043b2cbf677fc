using System.Net.Http.Json;

namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class TimerTests(SharedHost host) : IAsyncLifetime
{
    private readonly App app = host.App;
    private readonly string id = $"{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await InstructAsync(new { Id = "every-second" });
        await app.ReleaseAsync(id);
    }

    [Fact]
    public async Task Timer_Due_FiresAgainAndAgain()
    {
        await InstructAsync(new { Id = id });

        var calls = await app.WaitForCallsAsync(id, 3);

        calls.Select(call => call.Data["next"]).Distinct().Count().ShouldBe(calls.Count);
        calls.ShouldAllBe(call => call.Data["isPastDue"] == "False");
    }

    [Fact]
    public async Task Timer_StillRuns_IsNotFiredBesideItself()
    {
        await InstructAsync(new { Id = id, Waits = true });
        await app.WaitForCallsAsync(id, 1, ended: false);

        // It is due at least twice meanwhile.
        await Task.Delay(TimeSpan.FromSeconds(2.2), Cancel);

        (await app.CallsAsync(id)).ShouldHaveSingleItem();
        await app.ReleaseAsync(id);
        await app.WaitForCallsAsync(id, 2);
    }

    [Fact]
    public async Task Timer_Failed_FiresAtItsNextTime()
    {
        await InstructAsync(new { Id = id, Failures = 1 });

        var calls = await app.WaitForCallsAsync(id, 2);

        calls.Take(2).Select(call => call.Outcome).ShouldBe(["failed", "completed"]);
        calls[1].Data["next"].ShouldNotBe(calls[0].Data["next"]);
        calls[1].Data["isPastDue"].ShouldBe("False");
    }

    private async Task InstructAsync(object instruction) =>
        (await app.Http.PutAsJsonAsync("every-second", instruction, Cancel)).EnsureSuccessStatusCode();
}
