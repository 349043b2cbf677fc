using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Evidence;

/// <summary>Registers the stage Evidence.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        // Without them other files are still read, and what cannot be read says so.
        services.AddHealthChecks().AddCheck<ReadingToolsHealthCheck>("reading-tools", HealthStatus.Degraded);
        return services
            .AddStorageNames(
                tables: [EvidenceTable.Name, FingerprintIndex.Name],
                queues: [EvidenceEvents.Queue, EvidenceEvents.Poison, EvidenceQueue.Name, EvidenceQueue.Poison],
                containers: [EvidenceBlobs.Container, FactBlobs.Container]
            )
            .AddReading()
            .AddSingleton<EvidenceTable>()
            .AddSingleton<EvidenceBlobs>()
            .AddSingleton<EvidenceBlocks>()
            .AddSingleton<FactBlobs>()
            .AddSingleton<FactStore>()
            .AddSingleton<DocumentSummaryReader>()
            .AddSingleton<EvidenceAudit>()
            .AddSingleton<FingerprintIndex>()
            .AddSingleton<EvidenceQueue>()
            .AddSingleton<UploadAdmission>()
            .AddSingleton<UploadForm>()
            .AddSingleton<EvidenceRecorder>()
            .AddSingleton<EvidenceUpload>()
            .AddSingleton<EvidenceParts>()
            .AddSingleton<EvidenceAssembly>()
            .AddSingleton<EvidenceQueries>()
            .AddSingleton<EvidenceReading>()
            .AddSingleton<EvidenceRestoring>()
            .AddSingleton<EvidenceWithdrawal>()
            .AddSingleton<EvidenceRereading>();
    }
}
