using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Avance.Functions.Access;
using Avance.Functions.Storage;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Access;

/// <summary>The vault is an endpoint of ours that wraps with real keys, as the service does.</summary>
public sealed class VaultKeyEncryptorTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Uri Key = new("https://vault.example/keys/data-protection");

    private readonly string storage = azurite.NewAccount();

    // Versions of the key, the newest last.
    private readonly List<RSA> versions = [RSA.Create(2048)];
    private LoopbackService vault = null!;
    private bool down;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => vault = await LoopbackService.StartAsync(Answer);

    public async ValueTask DisposeAsync()
    {
        await vault.DisposeAsync();
        versions.ForEach(version => version.Dispose());
    }

    [Fact]
    public async Task Protect_WithAKeyInAVault_StoresNoKeyThatOpensAnything()
    {
        using var first = Instance();
        var text = Protect(first);

        var stored = await StoredAsync();

        stored.ShouldContain("vaultKey");
        stored.ShouldNotContain("masterKey");
        using var second = Instance();
        Unprotect(second, text).ShouldBe("texto");
    }

    [Fact]
    public void Unprotect_AfterTheKeyOfTheVaultWasRotated_StillReads()
    {
        using var before = Instance();
        var text = Protect(before);
        versions.Add(RSA.Create(2048));

        using var after = Instance();

        Unprotect(after, text).ShouldBe("texto");
    }

    [Fact]
    public void Unprotect_WhatWasProtectedBeforeThereWasAVault_StillReads()
    {
        using var before = Instance(withVault: false);
        var text = Protect(before);

        using var after = Instance();

        Unprotect(after, text).ShouldBe("texto");
    }

    [Fact]
    public async Task Unprotect_VaultThatCannotBeReached_IsAnOutageAndMakesNoOtherKey()
    {
        using var before = Instance();
        var text = Protect(before);
        var stored = await StoredAsync();
        down = true;
        using var cut = Instance();

        var error = Should.Throw<Exception>(() =>
            new SignedText(cut.GetRequiredService<IDataProtectionProvider>(), "Link").Read(text)
        );

        StorageFailure.IsOutage(error).ShouldBeTrue(error.ToString());
        (await StoredAsync()).ShouldBe(stored);
    }

    [Fact]
    public void Decrypt_ElementThatWasChanged_Throws()
    {
        using var instance = Instance();
        var encryptor = instance.GetRequiredService<VaultKeyEncryptor>();
        var element = encryptor.Encrypt(new("key", "secreto")).EncryptedElement;
        var bytes = Convert.FromBase64String(element.Value);
        bytes[^1] ^= 1;
        element.Value = Convert.ToBase64String(bytes);

        Should.Throw<CryptographicException>(() => new VaultKeyEncryptor.Decryptor(instance).Decrypt(element));
    }

    [Fact]
    public void Encrypt_AnyElement_AsksTheVaultWithATokenAndNeverSendsTheElement()
    {
        using var instance = Instance();

        instance.GetRequiredService<VaultKeyEncryptor>().Encrypt(new("key", "secreto"));

        var request = vault.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("POST", "/keys/data-protection/wrapkey"));
        request.Header("Authorization").ShouldBe("Bearer token");
        Base64Url.DecodeFromChars(request.Json.GetProperty("value").GetString()!).Length.ShouldBe(32);
    }

    private static string Protect(ServiceProvider instance) =>
        instance.GetRequiredService<IDataProtectionProvider>().CreateProtector("Avance.Link.v1").Protect("texto");

    private static string Unprotect(ServiceProvider instance, string text) =>
        instance.GetRequiredService<IDataProtectionProvider>().CreateProtector("Avance.Link.v1").Unprotect(text);

    private ServiceProvider Instance(bool withVault = true)
    {
        var options = new VaultKeyClientOptions
        {
            Transport = new HttpClientTransport(
                new ToLoopback(vault.Address) { InnerHandler = new HttpClientHandler() }
            ),
        };
        options.Retry.MaxRetries = 0;
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(new BlobServiceClient(storage))
            .AddKeys()
            .AddSingleton(Options.Create(new AccessOptions { KeyEncryptionKey = withVault ? Key : null }))
            .AddSingleton(new VaultKey(Key, new FixedToken(), options))
            .BuildServiceProvider();
    }

    private async Task<string> StoredAsync()
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(KeyBlobs.Container);
        var stored = "";
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancel))
        {
            stored += (await container.GetBlobClient(blob.Name).DownloadContentAsync(Cancel)).Value.Content;
        }

        return stored;
    }

    private LoopbackAnswer Answer(LoopbackRequest request)
    {
        if (down)
        {
            return new LoopbackAnswer(503);
        }

        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isWrap = path[^1] == "wrapkey";
        var version = isWrap ? versions.Count - 1 : int.Parse(path[^2]);
        request.Json.GetProperty("alg").GetString().ShouldBe("RSA-OAEP-256");
        var value = Base64Url.DecodeFromChars(request.Json.GetProperty("value").GetString()!);
        var padding = RSAEncryptionPadding.OaepSHA256;
        var result = isWrap ? versions[version].Encrypt(value, padding) : versions[version].Decrypt(value, padding);
        return new LoopbackAnswer(
            200,
            JsonSerializer.Serialize(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(result) })
        );
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext request, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext request,
            CancellationToken cancellationToken
        ) => new(GetToken(request, cancellationToken));
    }

    /// <summary>A token goes to https alone, and the loopback address has no certificate.</summary>
    private sealed class ToLoopback(Uri address) : DelegatingHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.Send(Redirected(request), cancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => base.SendAsync(Redirected(request), cancellationToken);

        private HttpRequestMessage Redirected(HttpRequestMessage request)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
            return request;
        }
    }
}
