using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Backups;

/// <summary>Registers the stage Backups.</summary>
public static class BackupsRegistration
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services
            .AddStorageNames(containers: [RestoreBlobs.Container])
            .AddSingleton<PlanDataTable>()
            .AddSingleton<PlanDataBlobs>()
            .AddSingleton<BackupHandler>()
            .AddSingleton<RestoreBlobs>()
            .AddSingleton<RestoreUpload>()
            .AddSingleton<PlanRestorer>()
            .AddSingleton<RestoreHandler>();
}
