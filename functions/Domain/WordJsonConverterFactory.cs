using System.Text.Json;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>
/// Writes an enumeration as its name in camel case, and reads that, in any case. The framework's own converter also
/// takes lists: it reads <c>draft,submit</c> as submit.
/// </summary>
public sealed class WordJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordJsonConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class WordJsonConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> values = Enum.GetValues<T>()
            .ToDictionary(Word, StringComparer.OrdinalIgnoreCase);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"One of {string.Join(", ", values.Keys)} is expected.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Word(value));

        private static string Word(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }
}
