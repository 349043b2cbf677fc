using Azure.Storage.Queues;

namespace Avance.FunctionsHost.Tests.Hosts;

public sealed class StopTests(SharedHost shared)
{
    private readonly string id = $"{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_RequestAndMessageInFlight_EndBeforeTheHost(string signal)
    {
        var storage = shared.NewAccount();
        await using var host = await HostProcess.StartAsync(storage);
        await host.App.SendAsync(new { Id = id, Waits = true });
        await host.App.WaitForCallsAsync(id, 1, ended: false);
        // The end of this body releases the message as well: nothing else can be asked of a host that stops.
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var content = new LongContent(300_000, isChunked: true, rest.Task);
        var answering = host.App.Http.PostAsync($"uploads/{id}", content, Cancel);
        await host.App.WaitForCallsAsync(id, 2, ended: false);

        host.Signal(signal);
        await host.WaitForLineAsync("Stopping");
        rest.SetResult();

        using var answer = await answering;
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("300000");
        (await host.WaitForExitAsync()).ShouldBe(0);
        host.Output.ShouldNotContain(" failed");
        (await CountMessagesAsync(storage)).ShouldBe(0);
    }

    [Fact]
    public async Task Stop_FunctionsThatDoNotEnd_AreCancelledWhenTheirTimeIsOver()
    {
        var storage = shared.NewAccount();
        await using var host = await FunctionAppHost.StartAsync(
            new FunctionsHostOptions
            {
                AppDirectory = HostProcess.AppDirectory,
                Address = new Uri("http://127.0.0.1:0"),
                Settings = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage },
                ShutdownTimeout = TimeSpan.FromMilliseconds(500),
            },
            Cancel
        );
        using var app = new App(host.Address);
        await app.SendAsync(new { Id = id, Waits = true });
        await app.WaitForCallsAsync(id, 1, ended: false);
        using var answer = await app.Http.GetAsync($"waits/{id}", HttpCompletionOption.ResponseHeadersRead, Cancel);

        await host.StopAsync().WaitAsync(Eventually.Bound, Cancel);

        var body = answer.Content.ReadAsStringAsync(Cancel);
        await Task.WhenAny(body).WaitAsync(Eventually.Bound, Cancel);
        (await CountMessagesAsync(storage)).ShouldBe(1);
    }

    private static async Task<int> CountMessagesAsync(string storage) =>
        (await new QueueClient(storage, "messages").GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount;
}
