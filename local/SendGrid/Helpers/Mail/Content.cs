using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class Content
{
    public Content() { }

    public Content(string type, string value)
    {
        Type = type;
        Value = value;
    }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
