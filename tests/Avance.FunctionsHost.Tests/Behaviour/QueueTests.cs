namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class QueueTests(SharedHost host)
{
    private readonly App app = host.App;
    private readonly string id = $"{Guid.NewGuid()}";

    [Fact]
    public async Task Message_OfAnyText_IsHandedOverOnce()
    {
        await app.SendAsync(new { Id = id, Text = "Año «2023»" });

        var call = (await app.WaitForCallsAsync(id, 1)).ShouldHaveSingleItem();

        call.Outcome.ShouldBe("completed");
        call.Data["text"]!.ShouldContain("2023");
        call.Data["dequeueCount"].ShouldBe("1");
        string[] expected = ["DequeueCount", "Id", "InsertionTime", "PopReceipt", "QueueTrigger"];
        expected.Except(call.Data["names"]!.Split(' ')).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_FailsOnce_IsTriedAgain()
    {
        await app.SendAsync(new { Id = id, Failures = 1 });

        var calls = await app.WaitForCallsAsync(id, 2);

        calls.Select(call => call.Outcome).ShouldBe(["failed", "completed"]);
        calls.Select(call => call.Data["dequeueCount"]).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Message_AlwaysFails_IsPoisonAfterFiveTries()
    {
        await app.SendAsync(new { Id = id, Failures = 100 });

        var poison = await app.WaitForMessageAsync("messages-poison", id);

        poison.ShouldContain("\"failures\":100", Case.Insensitive);
        (await app.CallsAsync(id)).Select(call => call.Data["dequeueCount"]).ShouldBe(["1", "2", "3", "4", "5"]);
    }

    /// <summary>A message that fails is not seen again before the visibility timeout of host.json: 1 s.</summary>
    [Fact]
    public async Task Message_Failed_WaitsForItsTime()
    {
        await app.SendAsync(new { Id = id, Failures = 3 });

        var calls = await app.WaitForCallsAsync(id, 4);

        var times = calls.Select(call => DateTimeOffset.Parse(call.Data["at"]!)).ToList();
        times.Zip(times.Skip(1), (first, second) => second - first).ShouldAllBe(gap => gap > TimeSpan.FromSeconds(0.9));
    }
}
