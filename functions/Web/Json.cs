using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;

namespace Avance.Functions.Web;

/// <summary>How this app writes JSON: camel case, enumerations as words, text values as strings, unknown members refused.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Answers are application/json, never a part of a page: accents stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            // The kind of an amendment may stand anywhere in it.
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
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
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
