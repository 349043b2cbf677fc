using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>The queue on which Event Grid tells of each new file of evidence: infra/modules/evidence-events.bicep.</summary>
public static class EvidenceEvents
{
    public const string Queue = "evidence-events";

    /// <summary>Messages that failed five times.</summary>
    public const string Poison = Queue + PoisonMessage.Suffix;
}
