using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class Attachment
{
    /// <summary>Base64. All attachments of a mail together: at most 30 MB.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("filename")]
    public string? Filename { get; set; }

    /// <summary><c>attachment</c> or <c>inline</c>.</summary>
    [JsonPropertyName("disposition")]
    public string? Disposition { get; set; }

    [JsonPropertyName("content_id")]
    public string? ContentId { get; set; }
}
