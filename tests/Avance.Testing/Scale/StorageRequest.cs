namespace Avance.Testing.Scale;

/// <summary>What a request asks of one place of the storage. A transaction is one request.</summary>
/// <param name="Service">blob, queue or table.</param>
/// <param name="Resource">The table, queue or container.</param>
/// <param name="Partition">The partition key; empty for what has none, <c>*</c> for a query over several.</param>
/// <param name="Entities">Rows, messages or blobs that it writes, or that came back.</param>
/// <param name="Bytes">Of the content that it sends.</param>
public sealed record StorageRequest(string Service, string Resource, string Partition, int Entities, long Bytes)
{
    /// <summary>What its limits count together.</summary>
    public StoragePlace Place => new(Service, Resource, Partition);
}
