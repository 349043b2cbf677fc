namespace Azure.Data.Tables;

/// <summary>The system properties of a row. The other public properties of the class are its columns.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the row. Never sent to it.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read. Never sent as a column: pass it to the update.</summary>
    ETag ETag { get; set; }
}
