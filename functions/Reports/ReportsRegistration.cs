using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.EvidenceArchives;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.Minutes;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Runs;
using Avance.Functions.Reports.Successors;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddStorageNames(
                tables:
                [
                    CompilationTable.Name,
                    ConsolidationTable.Name,
                    EvaluationTable.Name,
                    RecommendationsTable.Name,
                    RecommendationChecksTable.Name,
                    TextsTable.Name,
                    HistoryTable.Name,
                    ExportTable.Name,
                ],
                queues: [CompilationQueue.Name, CompilationQueue.Poison, ExportQueue.Name, ExportQueue.Poison],
                containers: [ReportSnapshots.Container, ExportBlobs.Container, ReportTemplates.Container],
                reportTables: [.. ReportTables.Names, .. NationalTables.Names]
            )
            .AddSingleton<ReportTables>()
            .AddSingleton<NationalTables>()
            .AddSingleton<ConsolidationTable>()
            .AddSingleton<PlanReportReader>()
            .AddSingleton<ConsolidationRunner>()
            .AddSingleton<NationalReader>()
            .AddSingleton<ReportSnapshots>()
            .AddSingleton<CompilationTable>()
            .AddSingleton<CompilationQueue>()
            .AddSingleton<ReportInputReader>()
            .AddSingleton<ReportWriter>()
            .AddSingleton<ReportRunner>()
            .AddSingleton<RunReader>()
            .AddSingleton<FailedCompilationRecorder>()
            .AddSingleton<CompileReportsHandler>()
            .AddSingleton<EvaluationTable>()
            .AddSingleton<EvaluationHandler>()
            .AddSingleton<HistoryTable>()
            .AddSingleton<HistoryHandler>()
            .AddSingleton<RecommendationsTable>()
            .AddSingleton<RecommendationReader>()
            .AddSingleton<RecommendationHandler>()
            .AddSingleton<LastReportReader>()
            .AddSingleton<SuccessorHandler>()
            .AddSingleton<RecommendationChecksTable>()
            .AddSingleton<RecommendationCheckHandler>()
            .AddSingleton<TextsTable>()
            .AddSingleton<ReportTextReader>()
            .AddSingleton<TextHandler>()
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
            .AddSingleton<EvidenceArchiveHandler>()
            .AddSingleton<MinutesHandler>();
}
