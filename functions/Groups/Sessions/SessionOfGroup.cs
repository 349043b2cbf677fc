namespace Avance.Functions.Groups.Sessions;

/// <summary>A session with the group that holds it.</summary>
public sealed record SessionOfGroup(WorkingGroup Group, GroupSession Session);
