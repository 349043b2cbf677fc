using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary, for columns that no class names. An absent column reads as null.</summary>
#pragma warning disable CA1710 // The official name.
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> values;

    public TableEntity() => values = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?>? values) =>
        this.values = values is null ? [] : new(values, StringComparer.Ordinal);

    [AllowNull]
    public string PartitionKey
    {
        get => GetString(PartitionKeyName)!;
        set => values[PartitionKeyName] = value;
    }

    [AllowNull]
    public string RowKey
    {
        get => GetString(RowKeyName)!;
        set => values[RowKeyName] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => values[TimestampName] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } value ? new ETag(value) : default;
        set => values[ETagName] = value.ToString();
    }

    public int Count => values.Count;

    public ICollection<string> Keys => values.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => values.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>
    /// The raw value, null when absent. An int that is put over a long or a double takes that type, as the official
    /// client does, so that a column keeps its type.
    /// </summary>
    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set =>
            values[key] = (values.GetValueOrDefault(key), value) switch
            {
                (long, int number) => (long)number,
                (double, int number) => (double)number,
                _ => value,
            };
    }

    /// <summary>Each typed getter throws an InvalidOperationException when the column has another type.</summary>
    public string? GetString(string key) => (string?)Get(key, typeof(string));

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public DateTime? GetDateTime(string key) => (DateTime?)Get(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));

#pragma warning disable CA1024 // Not a property: the official name.
    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));
#pragma warning restore CA1024

    public BinaryData? GetBinaryData(string key) => (BinaryData?)Get(key, typeof(BinaryData));

    /// <summary>Replaces a column that is there already, as the official client does.</summary>
    public void Add(string key, object? value) => this[key] = value;

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool Remove(string key) => values.Remove(key);

    public bool TryGetValue(string key, out object? value) => values.TryGetValue(key, out value);

    public void Clear() => values.Clear();

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        this[item.Key] = item.Value;

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        values.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)values).Remove(item);

    /// <summary>Without the boxing of the interface's enumerator.</summary>
    internal Dictionary<string, object?>.Enumerator GetValues() => values.GetEnumerator();

    internal void Set(string key, object? value) => values[key] = value;

    private object? Get(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var value = values.GetValueOrDefault(key);
        return value switch
        {
            null => null,
            DateTimeOffset instant when type == typeof(DateTime) => instant.UtcDateTime,
            DateTime instant when type == typeof(DateTimeOffset) => new DateTimeOffset(instant),
            byte[] bytes when type == typeof(BinaryData) => new BinaryData(bytes),
            _ when type == value.GetType() => value,
            _ => throw new InvalidOperationException($"Cannot return {type} for {key}, which is {value.GetType()}."),
        };
    }
}
