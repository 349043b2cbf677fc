using Avance.Functions.Evidence;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Progress;

/// <summary>Registers the stage Progress.</summary>
public static class ProgressRegistration
{
    public static IServiceCollection AddProgress(this IServiceCollection services) =>
        services
            .AddStorageNames(tables: [ProgressTable.Name])
            .AddSingleton<ProgressTable>()
            .AddSingleton<ProgressHandler>()
            .AddSingleton<ISubmissionLocks, SubmissionLocks>()
            .AddSingleton<SubmissionReceiptReader>();
}
