namespace Avance.Functions.Groups.Sessions;

/// <summary>How the minutes of a session are numbered: <c>Acta 002-2023-CSIG</c>.</summary>
public static class MinutesNumber
{
    private const string Code = "group-minutes";

    public static string Of(WorkingGroupId group, GroupSessionId session) =>
        Messages.Text($"{Code}.number", session.Number, session.Year, group.Kind);
}
