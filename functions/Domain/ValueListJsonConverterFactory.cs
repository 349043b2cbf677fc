using System.Text.Json;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>Writes a <see cref="ValueList{T}"/> as a JSON array. A null item is an error.</summary>
public sealed class ValueListJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(
                typeof(ValueListJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments())
            )!;

    private sealed class ValueListJsonConverter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("A list is expected.");
            }

            var items = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = reader.TokenStartIndex;
                items.Add(ReadItem(ref reader, options, items.Count, start));
            }

            return new ValueList<T>([.. items]);
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (IEnumerable<T>)value, options);

        private static T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options, int index, long start)
        {
            // Malformed JSON is found by this skip, where lines count from the beginning of the text.
            var ahead = reader;
            ahead.TrySkip();
            T? item;
            try
            {
                item = JsonSerializer.Deserialize<T>(ref reader, options);
            }
            catch (JsonException error)
            {
                throw new ItemJsonException(index, start, error);
            }

            return item ?? throw new ItemJsonException(index, start, null);
        }
    }
}
