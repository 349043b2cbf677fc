using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Findings;

/// <summary>Registers the stage Findings.</summary>
public static class FindingsRegistration
{
    public static IServiceCollection AddFindings(this IServiceCollection services) =>
        services
            .AddStored(tables: [FindingsTable.Name], queues: [CheckQueue.Name, CheckQueue.Poison])
            .AddSingleton<FindingsTable>()
            .AddSingleton<CheckQueue>()
            .AddSingleton<ClaimCheck>()
            .AddSingleton<FailedChecks>()
            .AddSingleton<FindingHandler>()
            .AddSingleton<EvidenceSweep>();
}
