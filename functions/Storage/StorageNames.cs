namespace Avance.Functions.Storage;

/// <summary>The names of a stage's tables, queues and containers, which <see cref="StorageInitializer"/> creates.</summary>
/// <param name="ReportTables">Tables in the storage account for reports.</param>
public sealed record StorageNames(
    ValueList<string> Tables,
    ValueList<string> Queues,
    ValueList<string> Containers,
    ValueList<string> ReportTables
);
