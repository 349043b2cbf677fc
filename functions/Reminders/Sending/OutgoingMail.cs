using Avance.Functions.Reminders.Content;

namespace Avance.Functions.Reminders.Sending;

/// <summary>A mail as it is handed over.</summary>
/// <param name="Address">How events name it: <see cref="Mail.Address"/>.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="ToName">Their name; may be empty.</param>
/// <param name="ReplyTo">Where replies go; null for nowhere else.</param>
public sealed record OutgoingMail(
    string Address,
    EmailAddress To,
    string ToName,
    EmailAddress? ReplyTo,
    MailContent Content
);
