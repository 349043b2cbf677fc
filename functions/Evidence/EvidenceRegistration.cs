using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Evidence;

/// <summary>Registers the stage Evidence.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services
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
