using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// A class of the application: its public properties are columns, except those marked <c>[IgnoreDataMember]</c>. The
/// four system properties go through the interface, which a class may implement explicitly.
/// </summary>
internal sealed class ClassFormat<T> : EntityFormat
    where T : class, ITableEntity
{
    private static readonly string[] System =
    [
        .. typeof(ITableEntity).GetProperties().Select(property => property.Name),
    ];

    private readonly EntityMember<T>[] members =
    [
        .. typeof(T)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property =>
                property.GetIndexParameters().Length == 0
                && !System.Contains(property.Name, StringComparer.Ordinal)
                && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
            )
            .Select(EntityMember.Of<T>),
    ];

    public override ITableEntity ReadObject(ref Utf8JsonReader reader, NameCache names)
    {
        var entity = Activator.CreateInstance<T>();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Find(ref reader, ref next);
            if (member is null)
            {
                ReadSystemProperty(ref reader, entity);
            }
            else
            {
                reader.Read();
                member.Read(ref reader, entity);
            }
        }

        return entity;
    }

    protected override void WriteObject(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        EdmWriter.Write(writer, PartitionKeyName, entity.PartitionKey);
        EdmWriter.Write(writer, RowKeyName, entity.RowKey);
        foreach (var member in members)
        {
            member.Write(writer, (T)entity);
        }

        writer.WriteEndObject();
    }

    // Columns come in much the same order in every row: the search starts where the last one ended.
    private EntityMember<T>? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var tried = 0; tried < members.Length; tried++)
        {
            var index = next + tried;
            index = index < members.Length ? index : index - members.Length;
            if (reader.ValueTextEquals(members[index].Utf8Name))
            {
                next = index + 1 < members.Length ? index + 1 : 0;
                return members[index];
            }
        }

        return null;
    }

    private static void ReadSystemProperty(ref Utf8JsonReader reader, T entity)
    {
        if (reader.ValueTextEquals("PartitionKey"u8))
        {
            reader.Read();
            entity.PartitionKey = reader.GetString()!;
        }
        else if (reader.ValueTextEquals("RowKey"u8))
        {
            reader.Read();
            entity.RowKey = reader.GetString()!;
        }
        else if (reader.ValueTextEquals("Timestamp"u8))
        {
            reader.Read();
            entity.Timestamp = reader.GetDateTimeOffset();
        }
        else if (reader.ValueTextEquals("odata.etag"u8))
        {
            reader.Read();
            entity.ETag = new ETag(reader.GetString()!);
        }
        else
        {
            // A type annotation, or a column that the class does not have.
            reader.Read();
            reader.TrySkip();
        }
    }
}
