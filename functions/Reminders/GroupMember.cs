namespace Avance.Functions.Reminders;

/// <summary>A member of a group of the directory who has a mail address.</summary>
public sealed record GroupMember(EmailAddress Address, string Name);
