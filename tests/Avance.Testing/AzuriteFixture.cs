using System.Globalization;
using Xunit;

namespace Avance.Testing;

/// <summary>
/// Storage for all tests of an assembly: declare it with <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c> and
/// take it as a constructor parameter.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    // ./test starts one server for all test projects, and says where it is and which account is the project's first.
    private const string PortsVariable = "AVANCE_AZURITE_PORTS";
    private const string AccountVariable = "AVANCE_AZURITE_ACCOUNT";

    private Azurite? own;
    private StorageAccounts? shared;

    public string NewAccount() =>
        shared?.New() ?? own?.NewAccount() ?? throw new InvalidOperationException("Azurite has not been started.");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(PortsVariable) is { Length: > 0 } ports)
        {
            shared = new StorageAccounts(
                [.. ports.Split(' ').Select(port => int.Parse(port, CultureInfo.InvariantCulture))],
                int.Parse(Environment.GetEnvironmentVariable(AccountVariable)!, CultureInfo.InvariantCulture)
            );
        }
        else
        {
            own = await Azurite.StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }
}
