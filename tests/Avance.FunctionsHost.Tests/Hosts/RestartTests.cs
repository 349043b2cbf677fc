using Azure.Storage.Blobs;

namespace Avance.FunctionsHost.Tests.Hosts;

public sealed class RestartTests(SharedHost shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_AfterAWhile_MakesUpForTimersOnceAndNeitherLosesNorRepeatsBlobs()
    {
        var storage = shared.NewAccount();
        var container = new BlobContainerClient(storage, "inbox");
        await using (var before = await HostProcess.StartAsync(storage))
        {
            await before.App.PutAsync("before", new { Id = "before" });
            await before.App.WaitForCallsAsync("before", 1);
            await before.App.WaitForCallsAsync("every-second", 1);
            before.Signal("TERM");
            (await before.WaitForExitAsync()).ShouldBe(0);
        }

        await container.UploadBlobAsync("between", new BinaryData("""{"id":"between"}"""), Cancel);
        // Longer than the timer's second.
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
        await using var after = await HostProcess.StartAsync(storage);
        await after.App.PutAsync("after", new { Id = "after" });

        await after.App.WaitForCallsAsync("after", 1);
        (await after.App.CallsAsync("between")).ShouldHaveSingleItem();
        (await after.App.CallsAsync("before")).ShouldBeEmpty();
        var timers = await after.App.WaitForCallsAsync("every-second", 3);
        timers.Select(call => call.Data["isPastDue"]).Take(3).ShouldBe(["True", "False", "False"]);
    }
}
