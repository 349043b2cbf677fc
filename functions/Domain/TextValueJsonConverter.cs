using System.Text.Json;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>Reads and writes a text value as a JSON string. A JSON number is read as its digits.</summary>
public sealed class TextValueJsonConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number.ToString(Messages.Culture),
            _ => null,
        };
        return T.TryParse(text, null, out var value) ? value : throw new JsonException($"Se espera {T.Expected}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
