using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>A <see cref="TableEntity"/>: the payload's annotations say the types.</summary>
internal sealed class DictionaryFormat : EntityFormat
{
    public override ITableEntity ReadObject(ref Utf8JsonReader reader, NameCache names)
    {
        var entity = new TableEntity();
        string? annotated = null;
        string? type = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = names.Read(ref reader);
            reader.Read();
            if (name.EndsWith(PropertyName.AnnotationSuffix, StringComparison.Ordinal))
            {
                annotated = name;
                type = reader.GetString();
            }
            else if (name == TableEntity.TimestampName)
            {
                entity.Set(name, reader.GetDateTimeOffset());
            }
            else if (name == TableEntity.ETagName || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                // An annotation stands directly before what it annotates.
                var own = annotated is not null && IsAnnotationOf(annotated, name) ? type : null;
                entity.Set(name, ReadValue(ref reader, own));
            }
        }

        return entity;
    }

    protected override void WriteObject(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        using var values = ((TableEntity)entity).GetValues();
        while (values.MoveNext())
        {
            var (name, value) = values.Current;
            if (name is not (TableEntity.TimestampName or TableEntity.ETagName))
            {
                EdmWriter.Write(writer, PropertyName.Of(name), value);
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsAnnotationOf(string annotation, string name) =>
        annotation.Length == name.Length + PropertyName.AnnotationSuffix.Length
        && annotation.StartsWith(name, StringComparison.Ordinal);

    private static object? ReadValue(ref Utf8JsonReader reader, string? type) =>
        (reader.TokenType, type) switch
        {
            (JsonTokenType.Null, _) => null,
            (JsonTokenType.True or JsonTokenType.False, _) => reader.GetBoolean(),
            (_, "Edm.Int64") => EdmType.ReadInt64(ref reader),
            (_, "Edm.Double") => EdmType.ReadDouble(ref reader),
            (JsonTokenType.String, "Edm.Guid") => reader.GetGuid(),
            (JsonTokenType.String, "Edm.DateTime") => reader.GetDateTimeOffset(),
            (JsonTokenType.String, "Edm.Binary") => reader.GetBytesFromBase64(),
            (JsonTokenType.String, _) => reader.GetString(),
            (JsonTokenType.Number, _) when reader.TryGetInt32(out var number) => number,
            (JsonTokenType.Number, _) when reader.TryGetInt64(out var number) => number,
            (JsonTokenType.Number, _) => reader.GetDouble(),
            _ => throw new NotSupportedException(
                string.Create(CultureInfo.InvariantCulture, $"A column cannot be {reader.TokenType} ({type}).")
            ),
        };
}
