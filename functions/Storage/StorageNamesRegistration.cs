using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Storage;

/// <summary>Registers the names of a stage.</summary>
public static class StorageNamesRegistration
{
    /// <param name="queues">Poison queues included.</param>
    /// <param name="reportTables">Those in the storage account for reports.</param>
    public static IServiceCollection AddStorageNames(
        this IServiceCollection services,
        IEnumerable<string>? tables = null,
        IEnumerable<string>? queues = null,
        IEnumerable<string>? containers = null,
        IEnumerable<string>? reportTables = null
    ) =>
        services.AddSingleton(
            new StorageNames([.. tables ?? []], [.. queues ?? []], [.. containers ?? []], [.. reportTables ?? []])
        );
}
