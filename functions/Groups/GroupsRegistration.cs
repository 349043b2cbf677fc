using Avance.Functions.Groups.Sessions;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Groups;

/// <summary>
/// Registers the stage Groups. It needs a <c>TableServiceClient</c>, the audit, a <see cref="TimeProvider"/> and the
/// <see cref="BusinessCalendar"/>.
/// </summary>
public static class GroupsRegistration
{
    public static IServiceCollection AddGroups(this IServiceCollection services) =>
        services
            .AddStorageNames(tables: [WorkingGroupTable.Name])
            .AddSingleton<WorkingGroupTable>()
            .AddSingleton<GroupAudit>()
            .AddSingleton<WorkingGroupHandler>()
            .AddSingleton<RegisteredGroupHandler>()
            .AddSingleton<GroupSessionHandler>();
}
