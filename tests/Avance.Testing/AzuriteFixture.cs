using Xunit;

namespace Avance.Testing;

/// <summary>
/// One Azurite for all tests of an assembly: declare it with
/// <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c> and take it as a constructor parameter.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? server;

    public Azurite Server => server ?? throw new InvalidOperationException("Azurite has not been started.");

    public string NewAccount() => Server.NewAccount();

    public async ValueTask InitializeAsync() => server = await Azurite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
