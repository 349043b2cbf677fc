using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>How entities of one class are written to JSON and read from it.</summary>
internal abstract class EntityFormat
{
    private static readonly ConcurrentDictionary<Type, EntityFormat> Known = new();

    protected static PropertyName PartitionKeyName { get; } = PropertyName.Of(TableEntity.PartitionKeyName);

    protected static PropertyName RowKeyName { get; } = PropertyName.Of(TableEntity.RowKeyName);

    public static EntityFormat Of(Type type) =>
        Known.GetOrAdd(
            type,
            static type =>
                type == typeof(TableEntity)
                    ? new DictionaryFormat()
                    : (EntityFormat)
                        Activator.CreateInstance(
                            typeof(ClassFormat<>).MakeGenericType(type),
                            BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
                            binder: null,
                            args: null,
                            culture: null
                        )!
        );

    /// <summary>Writes one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ITableEntity entity) =>
        Of(entity.GetType()).WriteObject(writer, entity);

    /// <summary>Reads the object that the reader stands on, up to its end.</summary>
    public abstract ITableEntity ReadObject(ref Utf8JsonReader reader, NameCache names);

    protected abstract void WriteObject(Utf8JsonWriter writer, ITableEntity entity);
}
