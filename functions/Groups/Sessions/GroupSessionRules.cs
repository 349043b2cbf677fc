using Avance.Functions.Http;

namespace Avance.Functions.Groups.Sessions;

/// <summary>What may be done with a session, and which version it makes. What says the same again makes none. Pure.</summary>
public static class GroupSessionRules
{
    /// <summary>The session as a request leaves it.</summary>
    /// <param name="current">Null if it is new.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 if none.</param>
    /// <param name="localNow">A session that has not begun was not held.</param>
    public static Result<GroupSession> Save(
        WorkingGroup group,
        GroupSession? current,
        GroupSessionId id,
        int expectedVersion,
        GroupSessionRequest request,
        DateTime localNow,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current?.State == GroupSessionState.Cancelled)
        {
            return Error.Conflict("group-session-cancelled", id);
        }

        var next = ToSession(current, id, request, caller, now);
        if (GroupSessionChecks.Of(group, current, next, localNow) is { Count: > 0 } errors)
        {
            return Error.All(errors);
        }

        return Next(current, expectedVersion, next);
    }

    /// <summary>The session with its members called, for the first time or because it changed.</summary>
    public static Result<GroupSession> Call(
        GroupSession current,
        int expectedVersion,
        DateTime localNow,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current.State is GroupSessionState.Held or GroupSessionState.Cancelled)
        {
            return Error.Conflict("group-session-over", current.Id);
        }

        if (current.State == GroupSessionState.Called && !current.HasChangedSinceCall())
        {
            return current;
        }

        Error[] errors =
        [
            .. current.StartsAt <= localNow ? [Error.Invalid("group-session-past", "startsAt")] : Array.Empty<Error>(),
            .. current.Place.Length + current.Link.Length == 0
                ? [Error.Invalid("group-session-place", "place")]
                : Array.Empty<Error>(),
            .. current.Agenda.Count == 0 ? [Error.Invalid("group-session-agenda", "agenda")] : Array.Empty<Error>(),
        ];
        if (errors.Length > 0)
        {
            return Error.All(errors);
        }

        return Next(current, expectedVersion, Told(current, GroupSessionState.Called, caller, now));
    }

    /// <summary>The session cancelled; those who were called have to be told.</summary>
    public static Result<GroupSession> Cancel(
        GroupSession current,
        int expectedVersion,
        Caller caller,
        DateTimeOffset now
    ) =>
        current.State switch
        {
            GroupSessionState.Cancelled => current,
            GroupSessionState.Held => Error.Conflict("group-session-over", current.Id),
            GroupSessionState.Called => Next(
                current,
                expectedVersion,
                Told(current, GroupSessionState.Cancelled, caller, now)
            ),
            _ => Next(
                current,
                expectedVersion,
                Made(current with { State = GroupSessionState.Cancelled }, current, caller, now)
            ),
        };

    /// <summary>The session with what became of an agreement.</summary>
    public static Result<GroupSession> Follow(
        GroupSession current,
        int number,
        int expectedVersion,
        AgreementRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current.Agreements.FirstOrDefault(one => one.Number == number) is not { } found)
        {
            return Error.NotFound("group-agreement-unknown", current.Id, number);
        }

        var next = found with { State = request.State, Document = request.Document.Trim(), Note = request.Note.Trim() };
        if (GroupSessionChecks.Of("", next).ToList() is { Count: > 0 } errors)
        {
            return Error.All(errors);
        }

        var agreements = current.Agreements.Select(one => one.Number == number ? next : one);
        return Next(
            current,
            expectedVersion,
            Made(current with { Agreements = [.. agreements] }, current, caller, now)
        );
    }

    private static GroupSession ToSession(
        GroupSession? current,
        GroupSessionId id,
        GroupSessionRequest request,
        Caller caller,
        DateTimeOffset now
    ) =>
        new(
            id,
            request.IsHeld ? GroupSessionState.Held
                : current?.Call is null ? GroupSessionState.Planned
                : GroupSessionState.Called,
            request.StartsAt,
            request.Minutes,
            request.Place.Trim(),
            request.Link.Trim(),
            GroupTexts.Trim(request.Agenda),
            current?.Call,
            request.Attendance ?? [],
            GroupTexts.Trim(request.InvitedPresent),
            [.. (request.Agreements ?? []).Select(Trim).OrderBy(agreement => agreement.Number)],
            (current?.Version ?? 0) + 1,
            caller.Name,
            now
        );

    private static Agreement Trim(Agreement agreement) =>
        agreement with
        {
            Text = agreement.Text.Trim(),
            Responsible = agreement.Responsible with
            {
                Organisation = agreement.Responsible.Organisation.Trim(),
                Person = agreement.Responsible.Person.Trim(),
            },
            Document = agreement.Document.Trim(),
            Note = agreement.Note.Trim(),
        };

    private static GroupSession Told(
        GroupSession current,
        GroupSessionState state,
        Caller caller,
        DateTimeOffset now
    ) =>
        Made(
            current with
            {
                State = state,
                Call = new SessionCall((current.Call?.Sequence ?? 0) + 1, now, caller.Name, current.CallDigest()),
            },
            current,
            caller,
            now
        );

    private static GroupSession Made(GroupSession next, GroupSession current, Caller caller, DateTimeOffset now) =>
        next with
        {
            Version = current.Version + 1,
            By = caller.Name,
            At = now,
        };

    private static Result<GroupSession> Next(GroupSession? current, int expectedVersion, GroupSession next) =>
        current is not null && IsSame(current, next) ? current
        : expectedVersion == (current?.Version ?? 0) ? next
        : Changed(current?.Version ?? 0, expectedVersion);

    /// <summary>True if only who wrote it, when and by what differ.</summary>
    private static bool IsSame(GroupSession current, GroupSession next) =>
        current == (next with { Version = current.Version, By = current.By, At = current.At, Action = current.Action });

    private static Error Changed(int version, int expectedVersion) =>
        new("group-session-changed", StatusCodes.Status412PreconditionFailed, "If-Match", expectedVersion, version)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["seenVersion"] = expectedVersion,
                ["version"] = version,
            },
        };
}
