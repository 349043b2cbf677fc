using System.Xml.Linq;
using Avance.Functions.Access;
using Avance.Functions.Storage;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Access;

public sealed class KeyBlobsTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Protect_OneInstanceAfterAnother_UsesTheSameKey()
    {
        using var first = Instance();
        using var second = Instance();

        var text = Protect(first);

        Unprotect(second, text).ShouldBe("texto");
        Unprotect(first, Protect(second)).ShouldBe("texto");
        (await NamesAsync()).ShouldBe(["00000001.xml"]);
    }

    [Fact]
    public async Task Protect_SeveralInstancesForTheFirstTimeAtOnce_AgreeOnOneKey()
    {
        const int Count = 4;
        using var together = new Barrier(Count);
        var instances = Enumerable.Range(0, Count).Select(_ => Instance(new MeetBeforeUpload(together))).ToArray();

        // Threads of their own: each waits in the barrier until all have read an empty ring.
        var texts = await Task.WhenAll(
            instances.Select(instance =>
                Task.Factory.StartNew(
                    () => Protect(instance),
                    Cancel,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            )
        );

        (await NamesAsync()).ShouldBe(["00000001.xml"]);
        foreach (var instance in instances)
        {
            texts.ShouldAllBe(text => Unprotect(instance, text) == "texto");
            instance.GetRequiredService<IKeyManager>().GetAllKeys().Count.ShouldBe(1);
            await instance.DisposeAsync();
        }
    }

    [Fact]
    public async Task StoreElement_RevocationBesideAnotherInstances_IsKeptToo()
    {
        var stale = Repository();
        stale.GetAllElements().ShouldBeEmpty();
        var other = Repository();
        other.StoreElement(new XElement("revocation", "a"), "a");

        stale.StoreElement(new XElement("revocation", "b"), "b");

        (await NamesAsync()).ShouldBe(["00000001.xml", "00000002.xml"]);
        other.GetAllElements().Select(element => element.Value).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void StoreElement_KeyByWhoHasNotSeenTheLatest_IsDropped()
    {
        var stale = Repository();
        stale.GetAllElements().ShouldBeEmpty();
        Repository().StoreElement(new XElement("key", "a"), "a");

        stale.StoreElement(new XElement("key", "b"), "b");

        stale.GetAllElements().Select(element => element.Value).ShouldBe(["a"]);
    }

    [Fact]
    public void Protect_AfterTheFirstBlobIsGone_GoesOnAfterTheLast()
    {
        var ring = Repository();
        ring.StoreElement(new XElement("key", "a"), "a");
        ring.GetAllElements();
        ring.StoreElement(new XElement("key", "b"), "b");
        Container().DeleteBlob("00000001.xml", cancellationToken: Cancel);
        ring.GetAllElements();

        ring.StoreElement(new XElement("key", "c"), "c");

        ring.GetAllElements().Select(element => element.Value).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void Read_TamperedOtherPurposeOrStrange_IsNothing()
    {
        using var instance = Instance();
        var provider = instance.GetRequiredService<IDataProtectionProvider>();
        var link = new SignedText(provider, "Link");
        var text = link.Write("plan", "id");

        link.Read(text).ShouldBe(["plan", "id"]);
        new SignedText(provider, "Session").Read(text).ShouldBeEmpty();
        foreach (var index in Enumerable.Range(0, text.Length))
        {
            link.Read(text[..index] + (text[index] == 'A' ? 'B' : 'A') + text[(index + 1)..]).ShouldBeEmpty();
        }

        foreach (var strange in new[] { null, "", " ", "x", "..", new string('A', 5_000), text + text, "ñ|ñ" })
        {
            link.Read(strange).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Read_KeysThatCannotBeReached_IsAnOutageAndSaysNothingOfTheText()
    {
        using var instance = Instance();
        var text = Protect(instance);
        using var cut = Instance(new Down());

        var error = Should.Throw<Exception>(() =>
            new SignedText(cut.GetRequiredService<IDataProtectionProvider>(), "Link").Read(text)
        );

        StorageFailure.IsOutage(error).ShouldBeTrue(error.ToString());
    }

    [Fact]
    public void AddKeys_HostedServices_AreNotAdded()
    {
        // One of the framework would read the keys while the app starts.
        new ServiceCollection()
            .AddKeys()
            .Where(service => service.ServiceType == typeof(IHostedService))
            .ShouldBeEmpty();
    }

    private static string Protect(ServiceProvider instance) =>
        instance.GetRequiredService<IDataProtectionProvider>().CreateProtector("Avance.Link.v1").Protect("texto");

    private static string Unprotect(ServiceProvider instance, string text) =>
        instance.GetRequiredService<IDataProtectionProvider>().CreateProtector("Avance.Link.v1").Unprotect(text);

    private ServiceProvider Instance(HttpPipelinePolicy? policy = null)
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 0;
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        }

        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(new BlobServiceClient(storage, options))
            .AddKeys()
            .AddSingleton(Options.Create(new AccessOptions()))
            .BuildServiceProvider();
    }

    private KeyBlobs Repository() => new(new BlobServiceClient(storage));

    private BlobContainerClient Container() =>
        new BlobServiceClient(storage).GetBlobContainerClient(KeyBlobs.Container);

    private async Task<string[]> NamesAsync() =>
        [.. await Container().GetBlobsAsync(cancellationToken: Cancel).Select(blob => blob.Name).ToArrayAsync(Cancel)];

    /// <summary>Nobody uploads a key before all are about to.</summary>
    private sealed class MeetBeforeUpload(Barrier barrier) : HttpPipelineSynchronousPolicy
    {
        private bool met;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (
                !met
                && message.Request.Method == RequestMethod.Put
                && message.Request.Uri.Path.EndsWith(".xml", StringComparison.Ordinal)
            )
            {
                met = true;
                barrier.SignalAndWait(TimeSpan.FromSeconds(20), Cancel).ShouldBeTrue();
            }
        }
    }

    private sealed class Down : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) =>
            throw new Azure.RequestFailedException(503, "The storage is down.");
    }
}
