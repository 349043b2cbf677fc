using Avance.Functions.Reports.EvidenceArchives;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddStorageNames(
                tables: [CompilationTable.Name, ExportTable.Name],
                queues: [CompilationQueue.Name, CompilationQueue.Poison, ExportQueue.Name, ExportQueue.Poison],
                containers: [ReportSnapshots.Container, ExportBlobs.Container, ReportTemplates.Container],
                reportTables: ReportTables.Names
            )
            .AddSingleton<ReportTables>()
            .AddSingleton<ReportSnapshots>()
            .AddSingleton<CompilationTable>()
            .AddSingleton<CompilationQueue>()
            .AddSingleton<ReportRunner>()
            .AddSingleton<FailedCompilationRecorder>()
            .AddSingleton<CompileReportsHandler>()
            .AddSingleton<PeriodOverviewReader>()
            .AddSingleton<NationalOverviewReader>()
            .AddExports();

    private static IServiceCollection AddExports(this IServiceCollection services) =>
        services
            .AddSingleton<ReportSheets>()
            .AddSingleton<ExportTable>()
            .AddSingleton<ExportBlobs>()
            .AddSingleton<ExportQueue>()
            .AddSingleton<ExportSourceReader>()
            .AddSingleton<ExportWriter>()
            .AddSingleton<ExportRunner>()
            .AddSingleton<ExportHandler>()
            .AddSingleton<ReportTemplates>()
            .AddSingleton<TemplateHandler>()
            .AddSingleton<EvidenceArchiveHandler>();
}
