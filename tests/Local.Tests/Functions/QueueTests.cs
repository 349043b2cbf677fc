using System.Text;
using Avance.Testing;
using Azure.Storage.Queues;
using Local.Tests.Functions.App;

namespace Local.Tests.Functions;

public sealed class QueueTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    [Fact]
    public async Task Queue_JsonMessage_IsBoundToItsTypeAndDeleted()
    {
        await using var host = await StartAsync("QueueOrder", ("Test:Queue", "orders"));
        await SendAsync(host, "orders", """{"unit":"OGPP","NUMBER":4}""");

        (await host.Probe.WaitForAsync(1)).ShouldBe([new Order("OGPP", 4)]);
        await EmptyAsync(host, "orders");
    }

    [Theory]
    [InlineData("aG9sYQ==", "hola")]
    [InlineData("año", "año")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    public async Task Queue_TextInBase64OrPlain_IsReadAsText(string sent, string read)
    {
        await using var host = await StartAsync("QueueText");
        await SendRawAsync(host, "texts", sent);

        (await host.Probe.WaitForAsync(1)).ShouldBe([read]);
    }

    [Fact]
    public async Task Queue_MessageAndBytes_AreBound()
    {
        await using var host = await TestHost.StartAsync(storage, ["QueueMessage", "QueueBytes"]);
        await SendRawAsync(host, "messages", "plain");
        (await host.Probe.WaitForAsync(1)).ShouldBe([("plain", 1L)]);

        await SendAsync(host, "bytes", "b");
        (await host.Probe.WaitForAsync(2))[1].ShouldBe(new byte[] { (byte)'b' });
    }

    [Fact]
    public async Task Queue_FunctionFailsOnce_IsTriedAgain()
    {
        var probe = new Probe
        {
            During = (call, _) => call == 1 ? throw new InvalidOperationException("no") : Task.CompletedTask,
        };
        await using var host = await StartAsync("QueueText", probe);
        await SendAsync(host, "texts", "again");

        (await host.Probe.WaitForAsync(2)).ShouldBe(["again", "again"]);
        await EmptyAsync(host, "texts");
    }

    [Fact]
    public async Task Queue_FunctionFailsFiveTimes_GoesToThePoisonQueue()
    {
        var probe = new Probe { During = (_, _) => throw new InvalidOperationException("no") };
        await using var host = await StartAsync("QueueText", probe);
        await SendAsync(host, "texts", "bad");

        await host.Probe.WaitForAsync(5);
        var poison = await ReceiveAsync(host, "texts-poison");
        Encoding.UTF8.GetString(Convert.FromBase64String(poison)).ShouldBe("bad");
        await EmptyAsync(host, "texts");
        host.Probe.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Queue_VisibilityTimeout_PausesBetweenTries()
    {
        var probe = new Probe { During = (_, _) => throw new InvalidOperationException("no") };
        await using var host = await StartAsync(
            "QueueText",
            probe,
            ("AzureFunctionsJobHost:extensions:queues:visibilityTimeout", "01:00:00")
        );
        await SendAsync(host, "texts", "bad");

        await host.Probe.WaitForAsync(1);
        await host.Probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Queue_FunctionOutlastsTheLock_KeepsTheMessage()
    {
        var probe = new Probe { During = (_, cancellationToken) => Task.Delay(3_500, cancellationToken) };
        await using var host = await StartAsync(
            "QueueText",
            probe,
            ("AzureFunctionsJobHost:extensions:queues:messageLock", "00:00:02")
        );
        await SendAsync(host, "texts", "long");

        await host.Probe.WaitForAsync(1);
        await EmptyAsync(host, "texts");
        host.Probe.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Queue_ManyMessages_RunAtOnceUpToTheLimit()
    {
        var running = 0;
        var most = 0;
        var gate = new Lock();
        var probe = new Probe
        {
            During = async (_, cancellationToken) =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++running);
                }

                await Task.Delay(50, cancellationToken);
                lock (gate)
                {
                    running--;
                }
            },
        };
        await using var host = await StartAsync(
            "QueueText",
            probe,
            ("AzureFunctionsJobHost:extensions:queues:batchSize", "4"),
            ("AzureFunctionsJobHost:extensions:queues:newBatchThreshold", "2")
        );
        for (var i = 0; i < 30; i++)
        {
            await SendAsync(host, "texts", $"{i}");
        }

        (await host.Probe.WaitForAsync(30)).Distinct().Count().ShouldBe(30);
        most.ShouldBeInRange(2, 6);
    }

    [Fact]
    public async Task QueueOutput_ArrayReturned_SendsOneMessageEach()
    {
        await using var host = await StartAsync("Fan");
        await SendAsync(host, "fan", "OGPP");

        string[] sent = [await ReceiveAsync(host, "orders-out"), await ReceiveAsync(host, "orders-out")];

        sent.Select(text => Encoding.UTF8.GetString(Convert.FromBase64String(text)))
            .ShouldBe(["""{"Unit":"OGPP","Number":1}""", """{"Unit":"OGPP","Number":2}"""], ignoreOrder: true);
    }

    [Fact]
    public async Task Stop_MessageInFlight_IsFinishedAndDeleted()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var probe = new Probe
        {
            During = async (_, _) =>
            {
                entered.TrySetResult();
                await leave.Task;
            },
        };
        await using var host = await StartAsync("QueueText", probe);
        await SendAsync(host, "texts", "last");
        await entered.Task;

        var stop = host.StopAsync();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        stop.IsCompleted.ShouldBeFalse();
        leave.SetResult();
        await stop;

        var left = await host.Queue("texts").GetPropertiesAsync(TestContext.Current.CancellationToken);
        left.Value.ApproximateMessagesCount.ShouldBe(0);
    }

    private Task<TestHost> StartAsync(string function, params (string, string)[] settings) =>
        TestHost.StartAsync(storage, [function], settings: settings);

    private Task<TestHost> StartAsync(string function, Probe probe, params (string, string)[] settings) =>
        TestHost.StartAsync(storage, [function], probe: probe, settings: settings);

    private static Task SendAsync(TestHost host, string queue, string text) =>
        SendRawAsync(host, queue, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static async Task SendRawAsync(TestHost host, string name, string text)
    {
        QueueClient queue = host.Queue(name);
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync(text, TestContext.Current.CancellationToken);
    }

    private static Task EmptyAsync(TestHost host, string queue) =>
        Eventually.TrueAsync(
            async () =>
            {
                var left = await host.Queue(queue).GetPropertiesAsync(TestContext.Current.CancellationToken);
                return left.Value.ApproximateMessagesCount == 0;
            },
            $"{queue} is empty"
        );

    private static async Task<string> ReceiveAsync(TestHost host, string queue)
    {
        string? text = null;
        await Eventually.TrueAsync(
            async () =>
            {
                if (await host.Queue(queue).ExistsAsync(TestContext.Current.CancellationToken))
                {
                    var message = await host.Queue(queue)
                        .ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken);
                    text = message.Value?.MessageText;
                }

                return text is not null;
            },
            $"a message in {queue}"
        );
        return text!;
    }
}
