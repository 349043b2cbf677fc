using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence.Proofs;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Evidence;

/// <summary>Registers the stage Evidence.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) =>
        services
            .AddStored(
                tables: [EvidenceTable.Name, ProofIndex.Name],
                queues: [EvidenceQueue.Name, EvidenceQueue.Poison, ReadEvidenceTriggers.PoisonQueue],
                containers: [EvidenceBlobs.Container, FactBlobs.Container]
            )
            .AddReading()
            .AddSingleton<EvidenceTable>()
            .AddSingleton<EvidenceBlobs>()
            .AddSingleton<EvidenceBlocks>()
            .AddSingleton<FactBlobs>()
            .AddSingleton<FactKeeping>()
            .AddSingleton<EvidenceAudit>()
            .AddSingleton<ProofIndex>()
            .AddSingleton<EvidenceQueue>()
            .AddSingleton<UploadAdmission>()
            .AddSingleton<UploadForm>()
            .AddSingleton<EvidenceKeeping>()
            .AddSingleton<EvidenceUpload>()
            .AddSingleton<EvidenceParts>()
            .AddSingleton<EvidenceAssembly>()
            .AddSingleton<EvidenceQueries>()
            .AddSingleton<EvidenceReading>()
            .AddSingleton<EvidenceRestoring>()
            .AddSingleton<EvidenceWithdrawal>()
            .AddSingleton<EvidenceRereading>();
}
