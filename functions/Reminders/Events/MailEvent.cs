using System.Text.Json.Serialization;

namespace Avance.Functions.Reminders.Events;

/// <summary>
/// An event of a mail, as SendGrid sends it
/// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).
/// </summary>
/// <param name="Event"><c>processed</c>, <c>deferred</c>, <c>delivered</c>, <c>bounce</c>, <c>dropped</c>, <c>spamreport</c> and others.</param>
/// <param name="Mail">The custom argument that names the mail; null for a mail of another program.</param>
/// <param name="MessageId">What SendGrid calls it.</param>
/// <param name="Timestamp">When it happened, in seconds since 1970.</param>
/// <param name="Reason">Why it was not delivered; null for none.</param>
public sealed record MailEvent(
    [property: JsonPropertyName("event")] string? Event = null,
    [property: JsonPropertyName(Sending.SendGridTransport.Argument)] string? Mail = null,
    [property: JsonPropertyName("sg_message_id")] string? MessageId = null,
    [property: JsonPropertyName("timestamp")] long Timestamp = 0,
    [property: JsonPropertyName("reason")] string? Reason = null
);
