using Avance.Testing;
using Local.Tests.Functions.App;

namespace Local.Tests.Functions;

public sealed class SettingsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("AzureWebJobsOther")]
    [InlineData("Other")]
    [InlineData("ConnectionStrings:Other")]
    public async Task Connection_NamedInAnyOfItsPlaces_IsUsed(string place)
    {
        var other = azurite.NewAccount();
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["QueueElsewhere"],
            settings: (place, other)
        );
        var queue = new Azure.Storage.Queues.QueueClient(other, "elsewhere");
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync("hola", TestContext.Current.CancellationToken);

        (await host.Probe.WaitForAsync(1)).ShouldBe(["hola"]);
    }

    [Fact]
    public async Task Start_StorageAway_ServesHttpAllTheSame()
    {
        const string Nowhere =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;"
            + "QueueEndpoint=http://127.0.0.1:1/a;";
        await using var host = await TestHost.StartAsync(
            Nowhere,
            ["Named", "QueueText", "BlobText", "EveryFiveMinutes"]
        );

        (await host.GetAsync("/api/Named")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Start_ConnectionMissing_IsLoggedWithTheSettingsName()
    {
        await using var host = await TestHost.StartAsync("", ["Named", nameof(QueueFunctions.QueueText)]);

        await Eventually.TrueAsync(
            () => Task.FromResult(host.Logs.Lines.Any(line => line.Text.Contains("set AzureWebJobsStorage to"))),
            "the log names the setting"
        );
        (await host.GetAsync("/api/Named")).IsSuccessStatusCode.ShouldBeTrue();
    }
}
