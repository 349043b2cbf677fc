using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>Hashes the content of a request: blanks, the order of members and 5 for 5.0 make no difference.</summary>
public static class BodyHash
{
    private static readonly JsonSerializerOptions Options = new(Json.Options) { Converters = { new PlainDecimal() } };

    /// <returns>SHA-256 in 64 lower-case hexadecimal digits.</returns>
    public static string Of<T>(T request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Options)));

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }
}
