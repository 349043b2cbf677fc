using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Rewrites the links of a mail to go through SendGrid: off for links that carry a signature.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}
