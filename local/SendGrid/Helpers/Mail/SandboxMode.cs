using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>SendGrid checks the request, answers 200 instead of 202 and sends nothing.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
