using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Storage;

/// <summary>The names of what a stage keeps in the storage account: <see cref="StorageStart"/> makes them.</summary>
public sealed record StoredNames(ValueList<string> Tables, ValueList<string> Queues, ValueList<string> Containers);

public static class StoredNamesRegistration
{
    /// <param name="services">The app's services.</param>
    /// <param name="tables">Tables.</param>
    /// <param name="queues">Queues, those for what failed five times too.</param>
    /// <param name="containers">Containers of blobs.</param>
    public static IServiceCollection AddStored(
        this IServiceCollection services,
        IEnumerable<string>? tables = null,
        IEnumerable<string>? queues = null,
        IEnumerable<string>? containers = null
    ) => services.AddSingleton(new StoredNames([.. tables ?? []], [.. queues ?? []], [.. containers ?? []]));
}
