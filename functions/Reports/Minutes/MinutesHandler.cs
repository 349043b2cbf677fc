using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.Word;

namespace Avance.Functions.Reports.Minutes;

/// <summary>Writes the minutes of a session as a Word file, with the letterhead and styles of the plan's template.</summary>
public sealed class MinutesHandler(GroupSessionHandler sessions, ReportTemplates templates)
{
    /// <returns>The file; an error for a session that was not held.</returns>
    public async Task<Result<MinutesFile>> WriteAsync(
        PlanId plan,
        string session,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await sessions.FindAsync(plan, session, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        if (found.Session.State != GroupSessionState.Held)
        {
            return Error.Conflict("minutes-not-held", found.Session.Id);
        }

        var document = MinutesComposer.Compose(found.Group, found.Session, WorkingGroupView.MaySeePeople(caller));
        var template = await templates.FindAsync(plan, cancellationToken);
        var content = new MemoryStream();
        WordWriter.Write(document, content, template?.ToStream());
        content.Position = 0;
        return new MinutesFile($"{MinutesNumber.Of(found.Group.Id, found.Session.Id)}.docx", content);
    }
}
