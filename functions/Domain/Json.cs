using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Avance.Functions.Findings;
using Avance.Functions.Reminders;
using Avance.Functions.Storage;

namespace Avance.Functions.Domain;

/// <summary>How this app writes JSON: camel case, enumerations as words, text values as strings.</summary>
public static class Json
{
    /// <summary>
    /// For requests and answers. A request is read strictly: an unknown member is refused, and so is one that lacks a
    /// required member or has null for it.
    /// </summary>
    public static JsonSerializerOptions Options { get; } =
        Create(JsonUnmappedMemberHandling.Disallow, new DefaultJsonTypeInfoResolver());

    /// <summary>
    /// For what is kept in tables, blobs and queues, where another version of the app may have written it: an unknown
    /// member is ignored, and a missing one has a default (<see cref="StoredDefaults"/>).
    /// </summary>
    public static JsonSerializerOptions Stored { get; } =
        Create(
            JsonUnmappedMemberHandling.Skip,
            new DefaultJsonTypeInfoResolver { Modifiers = { StoredDefaults.Apply } }
        );

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unknown, IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Answers are application/json, never a part of a page: accents stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = unknown,
            // The kind of an amendment may stand anywhere in it.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new WordJsonConverterFactory());
        options.Converters.Add(new TextValueJsonConverter<PlanId>());
        options.Converters.Add(new TextValueJsonConverter<UnitCode>());
        options.Converters.Add(new TextValueJsonConverter<ActivityNumber>());
        options.Converters.Add(new TextValueJsonConverter<Period>());
        options.Converters.Add(new TextValueJsonConverter<EmailAddress>());
        options.Converters.Add(new TextValueJsonConverter<ReminderStage>());
        options.Converters.Add(new TextValueJsonConverter<MailId>());
        options.Converters.Add(new TextValueJsonConverter<EvidenceId>());
        options.Converters.Add(new TextValueJsonConverter<FindingId>());
        options.Converters.Add(new ValueListJsonConverterFactory());
        options.MakeReadOnly();
        return options;
    }
}
