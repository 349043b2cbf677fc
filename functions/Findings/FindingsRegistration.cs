using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Findings;

/// <summary>Registers the stage Findings.</summary>
public static class FindingsRegistration
{
    public static IServiceCollection AddFindings(this IServiceCollection services) =>
        services
            .AddStorageNames(tables: [FindingsTable.Name])
            .AddSingleton<FindingsTable>()
            .AddSingleton<ClaimMatches>()
            .AddSingleton<ClaimExaminer>()
            .AddSingleton<FailedExaminationRecorder>()
            .AddSingleton<FindingHandler>()
            .AddSingleton<EvidenceSweep>();
}
