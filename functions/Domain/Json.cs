using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Avance.Functions.Domain;

/// <summary>How this app writes JSON: camel case, enumerations as words. A type with a converter names it in an attribute.</summary>
public static class Json
{
    /// <summary>
    /// For requests and answers. A request is read strictly: an unknown member is an error, and so is a required member
    /// that is missing or null.
    /// </summary>
    public static JsonSerializerOptions Options { get; } =
        Create(JsonUnmappedMemberHandling.Disallow, new DefaultJsonTypeInfoResolver());

    /// <summary>The same JSON, read as strictly as <paramref name="unknown"/> and <paramref name="resolver"/> say.</summary>
    public static JsonSerializerOptions Create(JsonUnmappedMemberHandling unknown, IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Answers are application/json, never a part of a page: accents stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = unknown,
            // The discriminator of an amendment's kind may come after other members.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = resolver,
            Converters = { new WordJsonConverterFactory() },
        };
        options.MakeReadOnly();
        return options;
    }
}
