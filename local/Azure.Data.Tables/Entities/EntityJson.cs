using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Entities;

/// <summary>The bodies of requests and responses.</summary>
internal static class EntityJson
{
    // Letters beyond ASCII travel as UTF-8: half the bytes of escapes. The validation would repeat what the types say.
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static RequestContent Content(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        EntityFormat.Write(writer, entity);
        writer.Flush();
        return RequestContent.Create(buffer.WrittenMemory);
    }

    public static RequestContent TableContent(string tableName)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, tableName);
        writer.WriteEndObject();
        writer.Flush();
        return RequestContent.Create(buffer.WrittenMemory);
    }

    public static T Read<T>(BinaryData content)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(content.ToMemory().Span);
        reader.Read();
        return (T)EntityFormat.Of(typeof(T)).ReadObject(ref reader, new NameCache());
    }

    /// <summary>Reads <c>{"odata.metadata":"…","value":[{…},{…}]}</c>.</summary>
    public static List<T> ReadPage<T>(BinaryData content)
        where T : class, ITableEntity
    {
        var entities = new List<T>();
        var format = EntityFormat.Of(typeof(T));
        var names = new NameCache();
        var reader = new Utf8JsonReader(content.ToMemory().Span);
        if (MoveToValues(ref reader))
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                entities.Add((T)format.ReadObject(ref reader, names));
            }
        }

        return entities;
    }

    /// <summary>Reads the table names of <c>{"value":[{"TableName":"…"}]}</c>.</summary>
    public static IEnumerable<string> ReadTableNames(BinaryData content) =>
        ReadPage<TableEntity>(content).Select(table => table.GetString("TableName")!);

    private static bool MoveToValues(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.StartArray;
            }

            reader.TrySkip();
        }

        return false;
    }
}
