using Avance.Functions.Groups.Sessions;

namespace Avance.Functions.Reminders.Groups;

/// <summary>A session whose members are told of it.</summary>
/// <param name="Recipients">How many addresses the mail goes to; 0 if nobody need be told.</param>
public sealed record CalledSession(GroupSessionView Session, int Recipients);
