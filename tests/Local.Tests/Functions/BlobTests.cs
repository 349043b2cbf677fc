using System.Text;
using System.Text.Json;
using Avance.Testing;

namespace Local.Tests.Functions;

public sealed class BlobTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    [Fact]
    public async Task Blob_NewAndMatching_IsHandedOverOnceWithItsPath()
    {
        await using var host = await StartAsync("BlobText");
        await UploadAsync(host, "inbox", "2023-I/OGPP/acta.txt", "hola");
        await UploadAsync(host, "inbox", "2023-I/acta.pdf", "not matching");

        (await host.Probe.WaitForAsync(1)).ShouldBe(["2023-I/OGPP|acta|hola"]);
        await host.Probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Blob_Changed_IsHandedOverAgain()
    {
        await using var host = await StartAsync("BlobText");
        await UploadAsync(host, "inbox", "a/b.txt", "one");
        await host.Probe.WaitForAsync(1);

        await UploadAsync(host, "inbox", "a/b.txt", "two");

        (await host.Probe.WaitForAsync(2)).ShouldBe(["a|b|one", "a|b|two"]);
        await host.Probe.StaysAtAsync(2);
    }

    [Fact]
    public async Task Blob_Restart_NeitherLosesNorRepeats()
    {
        await using (var before = await StartAsync("BlobText"))
        {
            await UploadAsync(before, "inbox", "a/one.txt", "1");
            await before.Probe.WaitForAsync(1);
            await before.StopAsync();
            await UploadAsync(before, "inbox", "a/two.txt", "2");
        }

        await using var host = await StartAsync("BlobText");

        (await host.Probe.WaitForAsync(1)).ShouldBe(["a|two|2"]);
        await host.Probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Blob_ProcessDiedBeforeItsReceiptWasCompleted_IsHandedOver()
    {
        await using var host = await StartAsync("BlobText");
        await UploadAsync(host, "inbox", "a/b.txt", "x");
        await host.Probe.WaitForAsync(1);
        await host.StopAsync();
        await foreach (
            var receipt in host.HostContainer.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
        )
        {
            await host
                .HostContainer.GetBlobClient(receipt.Name)
                .SetMetadataAsync(
                    new Dictionary<string, string>(),
                    cancellationToken: TestContext.Current.CancellationToken
                );
        }

        await using var next = await StartAsync("BlobText");

        (await next.Probe.WaitForAsync(1)).ShouldBe(["a|b|x"]);
    }

    [Fact]
    public async Task Blob_TwoInstances_HandEachOverOnce()
    {
        var probe = new Probe();
        await using var one = await StartAsync("BlobText", probe);
        await using var two = await StartAsync("BlobText", probe);
        for (var i = 0; i < 20; i++)
        {
            await UploadAsync(one, "inbox", $"a/{i}.txt", "x");
        }

        (await probe.WaitForAsync(20)).Distinct().Count().ShouldBe(20);
        await probe.StaysAtAsync(20);
    }

    [Fact]
    public async Task Blob_FunctionFailsFiveTimes_IsSetAside()
    {
        var probe = new Probe { During = (_, _) => throw new InvalidOperationException("no") };
        await using var host = await StartAsync("BlobText", probe);
        await UploadAsync(host, "inbox", "a/b.txt", "bad");

        await host.Probe.WaitForAsync(5);
        var poison = await ReceiveAsync(host, "webjobs-blobtrigger-poison");

        string[] names = [.. poison.EnumerateObject().Select(property => property.Name)];
        names.ShouldBe(["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"]);
        poison.GetProperty("Type").GetString().ShouldBe("BlobTrigger");
        poison.GetProperty("FunctionId").GetString().ShouldBe("Host.Functions.BlobText");
        poison.GetProperty("BlobType").GetString().ShouldBe("BlockBlob");
        poison.GetProperty("ContainerName").GetString().ShouldBe("inbox");
        poison.GetProperty("BlobName").GetString().ShouldBe("a/b.txt");
        var properties = await host.Container("inbox")
            .GetBlobClient("a/b.txt")
            .GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken);
        poison.GetProperty("ETag").GetString().ShouldBe(properties.Value.ETag.ToString("H"));
        await host.Probe.StaysAtAsync(5);
    }

    [Fact]
    public async Task Blob_DeletedAfterAFailure_IsSuccess()
    {
        await using var host = await StartAsync("BlobText");
        host.Probe.During = async (_, cancellationToken) =>
        {
            await host.Container("inbox").DeleteBlobAsync("a/b.txt", cancellationToken: cancellationToken);
            throw new InvalidOperationException("no");
        };
        await UploadAsync(host, "inbox", "a/b.txt", "gone");

        await host.Probe.WaitForAsync(1);
        await host.Probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Blob_StreamClientAndBytes_AreBound()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            ["BlobStream", "BlobClient", "BlobBytes"],
            settings: ("Test:Container", "streams")
        );
        await UploadAsync(host, "streams", "s/1", "stream");
        await host.Probe.WaitForAsync(1);
        await UploadAsync(host, "clients", "c", "12345");
        await host.Probe.WaitForAsync(2);
        await UploadAsync(host, "bytes", "b", "123");

        (await host.Probe.WaitForAsync(3)).ShouldBe(["s/1|stream", "clients/c|c|5", 3]);
    }

    [Fact]
    public async Task Blob_MetadataSetAfterwards_IsANewVersionAndTagsAreNot()
    {
        await using var host = await StartAsync("BlobText");
        await UploadAsync(host, "inbox", "a/b.txt", "x");
        await host.Probe.WaitForAsync(1);
        var blob = host.Container("inbox").GetBlobClient("a/b.txt");

        await blob.SetTagsAsync(
            new Dictionary<string, string> { ["k"] = "v" },
            cancellationToken: TestContext.Current.CancellationToken
        );
        await host.Probe.StaysAtAsync(1);
        await blob.SetMetadataAsync(
            new Dictionary<string, string> { ["k"] = "v" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        await host.Probe.WaitForAsync(2);
    }

    private Task<TestHost> StartAsync(string function, Probe? probe = null) =>
        TestHost.StartAsync(storage, [function], probe: probe);

    private static async Task UploadAsync(TestHost host, string container, string name, string text)
    {
        var client = host.Container(container);
        await client.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await client
            .GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> ReceiveAsync(TestHost host, string queue)
    {
        JsonElement? json = null;
        await Eventually.TrueAsync(
            async () =>
            {
                if (await host.Queue(queue).ExistsAsync(TestContext.Current.CancellationToken))
                {
                    var message = await host.Queue(queue)
                        .ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken);
                    if (message.Value is { } found)
                    {
                        var text = Encoding.UTF8.GetString(Convert.FromBase64String(found.MessageText));
                        json = JsonDocument.Parse(text).RootElement;
                    }
                }

                return json is not null;
            },
            $"a message in {queue}"
        );
        return json!.Value;
    }
}
