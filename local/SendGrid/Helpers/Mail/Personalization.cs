using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope of a message: who gets it, and what differs for them.</summary>
public class Personalization
{
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DistinctAddresses))]
    public List<EmailAddress>? Tos { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }
}
