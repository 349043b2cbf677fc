namespace Avance.FunctionsHost.Tests.Drivers;

/// <summary>
/// The host whose behaviour is tested: that at AVANCE_HOST_ADDRESS (with AVANCE_HOST_KEY, if it asks for its master key),
/// or else ours. It runs the test app, and its storage is empty before the first test.
/// </summary>
public sealed class SharedHost : IAsyncLifetime
{
    private Azurite? azurite;
    private HostProcess? host;

    internal App App { get; private set; } = null!;

    /// <summary>An empty storage account for a host of one's own.</summary>
    public string NewAccount() => azurite!.NewAccount();

    public async ValueTask InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        if (Environment.GetEnvironmentVariable("AVANCE_HOST_ADDRESS") is { Length: > 0 } address)
        {
            App = new App(new Uri(address));
            return;
        }

        host = await HostProcess.StartAsync(NewAccount());
        App = host.App;
    }

    public async ValueTask DisposeAsync()
    {
        App?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
