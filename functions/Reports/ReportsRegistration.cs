using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddStorageNames(
                tables: [CompilationTable.Name, .. ReportTables.Names],
                queues: [CompilationQueue.Name, CompilationQueue.Poison],
                containers: [ReportSnapshots.Container]
            )
            .AddSingleton<ReportTables>()
            .AddSingleton<ReportSnapshots>()
            .AddSingleton<CompilationTable>()
            .AddSingleton<CompilationQueue>()
            .AddSingleton<ReportRunner>()
            .AddSingleton<FailedCompilationRecorder>()
            .AddSingleton<CompileReportsHandler>()
            .AddStorageNames(tables: [RecommendationsTable.Name, TextsTable.Name])
            .AddSingleton<RecommendationsTable>()
            .AddSingleton<RecommendationReader>()
            .AddSingleton<RecommendationHandler>()
            .AddSingleton<TextsTable>()
            .AddSingleton<ReportTextReader>()
            .AddSingleton<TextHandler>()
            .AddSingleton<PeriodOverviewReader>()
            .AddSingleton<NationalOverviewReader>();
}
