namespace Avance.Functions.Reminders;

/// <summary>Somebody in a group of the directory who can get mail.</summary>
public sealed record GroupMember(EmailAddress Address, string Name);
