using Xunit;

namespace Avance.Testing;

/// <summary>
/// Storage for all tests of an assembly: declare it with <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c> and
/// take it as a constructor parameter.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>A server looks through the names of all that it holds at each request: several of them have less to look through.</summary>
    private const int Servers = 4;

    private Azurite[] servers = [];
    private int next = -1;

    /// <summary>The connection string of a storage account that nothing has used yet.</summary>
    public string NewAccount() =>
        servers.Length > 0
            ? servers[(uint)Interlocked.Increment(ref next) % Servers].NewAccount()
            : throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync() =>
        servers = await Task.WhenAll(Enumerable.Range(0, Servers).Select(_ => Azurite.StartAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }
}
