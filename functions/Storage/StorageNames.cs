namespace Avance.Functions.Storage;

/// <summary>The names of a stage's tables, queues and containers, which <see cref="StorageInitializer"/> creates.</summary>
public sealed record StorageNames(ValueList<string> Tables, ValueList<string> Queues, ValueList<string> Containers);
