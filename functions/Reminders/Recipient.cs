namespace Avance.Functions.Reminders;

/// <summary>Whom a mail goes to.</summary>
/// <param name="Address">Where.</param>
/// <param name="Name">As the mail greets them; may be empty.</param>
/// <param name="Role">Why they get it.</param>
public sealed record Recipient(EmailAddress Address, string Name, RecipientRole Role);
