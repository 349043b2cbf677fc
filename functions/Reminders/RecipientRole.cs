namespace Avance.Functions.Reminders;

/// <summary>Why somebody gets a mail. Whoever is several of these gets it as the first of them.</summary>
public enum RecipientRole
{
    Liaison,
    Head,
    Secretariat,
}
