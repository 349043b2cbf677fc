using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Achievements;

/// <summary>Registers the stage Achievements.</summary>
public static class AchievementsRegistration
{
    public static IServiceCollection AddAchievements(this IServiceCollection services) =>
        services
            .AddStorageNames(tables: [AchievementTable.Name])
            .AddSingleton<AchievementTable>()
            .AddSingleton<AchievementReader>()
            .AddSingleton<AchievementHandler>();
}
