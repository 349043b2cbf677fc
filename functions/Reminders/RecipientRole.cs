namespace Avance.Functions.Reminders;

/// <summary>Why a recipient gets a mail. Of several roles the first one counts.</summary>
public enum RecipientRole
{
    Liaison,
    Head,
    Secretariat,

    /// <summary>Of a group: member, alternate, chair, guest, or responsible for an agreement.</summary>
    Member,
}
