namespace Avance.Functions.Reminders;

/// <summary>Why a recipient gets a mail. Of several roles the first one counts.</summary>
public enum RecipientRole
{
    Liaison,
    Head,
    Secretariat,
}
