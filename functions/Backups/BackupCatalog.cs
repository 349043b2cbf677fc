using Avance.Functions.Access;
using Avance.Functions.Achievements;
using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Findings;
using Avance.Functions.Groups;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Backups;

/// <summary>What of the storage is in the back-up of a plan, and what is not. A test holds that nothing is forgotten.</summary>
public static class BackupCatalog
{
    private static readonly string[] Queues =
    [
        ExaminationQueue.Name,
        ExaminationQueue.Poison,
        ReceiptQueue.Name,
        ReceiptQueue.Poison,
        EvidenceQueue.Name,
        EvidenceQueue.Poison,
        EvidenceEvents.Queue,
        EvidenceEvents.Poison,
        CompilationQueue.Name,
        CompilationQueue.Poison,
        ExportQueue.Name,
        ExportQueue.Poison,
    ];

    /// <summary>In the order in which they are read and restored: the plan comes last, since from then on it is seen.</summary>
    public static IReadOnlyList<BackedUpTable> Tables { get; } =
    [
        new(WorkingGroupTable.Name, scope => scope.OfGroups(), IsShared: true),
        new(RemindersTable.Name, scope => scope.OfReminders()),
        new(OutboxTable.Name, scope => scope.OfOutbox()),
        new(ProgressTable.Name, scope => scope.Own()),
        new(EvidenceTable.Name, scope => scope.Own()),
        new(FingerprintIndex.Name, scope => scope.Own()),
        new(FindingsTable.Name, scope => scope.Own()),
        new(EvaluationTable.Name, scope => scope.Own()),
        new(AchievementTable.Name, scope => scope.Own()),
        new(HistoryTable.Name, scope => scope.Own()),
        new(RecommendationsTable.Name, scope => scope.Own()),
        new(RecommendationChecksTable.Name, scope => scope.Own()),
        new(TextsTable.Name, scope => scope.Own()),
        new(FormLinkTable.Name, scope => scope.Own()),
        new(ExportTable.Name, scope => scope.OfExports()),
        new(AuditTable.Name, scope => scope.OfAudit()),
        new(PlansTable.Name, scope => scope.OfPlans()),
    ];

    /// <summary>In the order in which they are read and restored: facts before files, whose events look for them.</summary>
    public static IReadOnlyList<string> Containers { get; } =
    [
        FactBlobs.Container,
        ReportTemplates.Container,
        ReportSnapshots.Container,
        ExportBlobs.Container,
        EvidenceBlobs.Container,
    ];

    /// <summary>What is not in it, and why.</summary>
    public static IReadOnlyDictionary<string, string> Left { get; } =
        ReportTables
            .Names.Concat(NationalTables.Names)
            .ToDictionary(name => name, _ => "compiled again from the rest", StringComparer.Ordinal)
            .Concat(Queues.Select(name => KeyValuePair.Create(name, "hints: timers find what is due")))
            .Concat([
                new(CompilationTable.Name, "runs of the place itself"),
                new(ConsolidationTable.Name, "runs of the place itself"),
                new(KeyBlobs.Container, "secrets, which must not travel"),
                new(RestoreBlobs.Container, "what is being restored"),
            ])
            .ToDictionary(StringComparer.Ordinal);

    public static BackedUpTable? FindTable(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
