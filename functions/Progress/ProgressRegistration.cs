using Avance.Functions.Pages.Work;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Progress;

public static class ProgressRegistration
{
    public static IServiceCollection AddProgress(this IServiceCollection services) =>
        services
            .AddStorageNames(tables: [ProgressTable.Name])
            .AddSingleton<ProgressTable>()
            .AddSingleton<ReportedActivities>()
            .AddSingleton<ProgressHandler>()
            .AddSingleton<UnitWork>()
            .AddSingleton<SubmissionReceipts>();
}
