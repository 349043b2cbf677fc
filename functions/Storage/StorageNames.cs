using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Storage;

/// <summary>The names of what a stage keeps in the storage account: <see cref="StorageInitializer"/> makes them.</summary>
public sealed record StorageNames(ValueList<string> Tables, ValueList<string> Queues, ValueList<string> Containers);

public static class StoredNamesRegistration
{
    /// <param name="services">The app's services.</param>
    /// <param name="tables">Tables.</param>
    /// <param name="queues">Queues, those for what failed five times too.</param>
    /// <param name="containers">Containers of blobs.</param>
    public static IServiceCollection AddStorageNames(
        this IServiceCollection services,
        IEnumerable<string>? tables = null,
        IEnumerable<string>? queues = null,
        IEnumerable<string>? containers = null
    ) => services.AddSingleton(new StorageNames([.. tables ?? []], [.. queues ?? []], [.. containers ?? []]));
}
