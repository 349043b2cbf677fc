using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>What may be written of a group, and which version it makes. Pure.</summary>
public static class WorkingGroupRules
{
    public const int MaxFunctions = 30;

    /// <summary>Longest function, in characters.</summary>
    public const int MaxFunction = 500;
    public const int MaxMembers = 100;
    public const int MaxInvited = 50;
    public const int MaxDuties = 20;
    public const int MaxPlans = 20;

    /// <summary>
    /// The group as a request leaves it, or why it may not be written. What says the same again makes no version, so that a
    /// request may be repeated.
    /// </summary>
    /// <param name="current">The group as it is; null if it is new.</param>
    /// <param name="plans">The plans that a new group follows.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 if none.</param>
    /// <param name="today">A new duty is not owed for days before.</param>
    public static Result<WorkingGroup> Write(
        WorkingGroup? current,
        ValueList<PlanId> plans,
        int expectedVersion,
        WorkingGroupRequest request,
        Caller caller,
        DateTimeOffset now,
        DateOnly today
    )
    {
        var next = ToGroup(current, plans, request, caller, now, today);
        return WorkingGroupChecks.Of(next) is { Count: > 0 } errors
            ? Error.All(errors)
            : Next(current, expectedVersion, next);
    }

    /// <summary>The group with other plans.</summary>
    public static Result<WorkingGroup> Link(
        WorkingGroup current,
        ValueList<PlanId> plans,
        int expectedVersion,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (GroupTexts.TooMany("plans", plans.Count, MaxPlans).FirstOrDefault() is { } tooMany)
        {
            return tooMany;
        }

        var next = Made(current with { Plans = [.. plans.Distinct()] }, current, caller, now);
        return Next(current, expectedVersion, next);
    }

    /// <summary>The group with a duty done in a year, or no longer.</summary>
    /// <param name="today">A duty is noted for years up to the next one.</param>
    public static Result<WorkingGroup> Fulfil(
        WorkingGroup current,
        string duty,
        int year,
        int expectedVersion,
        DutyRequest request,
        DateOnly today,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current.Duties.FirstOrDefault(one => one.Id == duty) is not { } found)
        {
            return Error.NotFound("group-duty-unknown", duty);
        }

        var document = request.Document.Trim();
        var isTakenBack = document.Length == 0;
        Error[] errors =
        [
            .. year < 2000 || year > today.Year + 1
                ? [Error.Invalid("group-duty-year", "year", today.Year + 1)]
                : Array.Empty<Error>(),
            .. isTakenBack
                ? []
                : GroupTexts.Check("document", document, GroupTexts.MinDocument, GroupTexts.MaxDocument),
            .. isTakenBack || (request.Date is { } day && day <= today)
                ? Array.Empty<Error>()
                : [Error.Invalid("group-duty-date", "date")],
        ];
        if (errors.Length > 0)
        {
            return Error.All(errors);
        }

        var others = found.Done.Where(done => done.Year != year);
        var done = isTakenBack ? others : others.Append(new DutyFulfilment(year, document, request.Date!.Value));
        var next = found with { Done = [.. done.OrderBy(one => one.Year)] };
        var duties = current.Duties.Select(one => one.Id == duty ? next : one);
        return Next(current, expectedVersion, Made(current with { Duties = [.. duties] }, current, caller, now));
    }

    private static WorkingGroup ToGroup(
        WorkingGroup? current,
        ValueList<PlanId> plans,
        WorkingGroupRequest request,
        Caller caller,
        DateTimeOffset now,
        DateOnly today
    ) =>
        new(
            request.Id,
            request.Body.Trim(),
            request.Name.Trim(),
            request.LegalBasis with
            {
                Norm = request.LegalBasis.Norm.Trim(),
            },
            Trim(request.Chair),
            Trim(request.Secretariat),
            GroupTexts.Trim(request.Functions),
            [.. (request.Members ?? []).Select(Trim)],
            [.. (request.Invited ?? []).Select(Trim)],
            [
                .. (request.Duties ?? []).Select(duty =>
                    ToDuty(current?.Duties.FirstOrDefault(one => one.Id == duty.Id), duty, today)
                ),
            ],
            current?.Plans ?? plans,
            request.Quorum == QuorumRule.Default ? null : request.Quorum,
            (current?.Version ?? 0) + 1,
            caller.Name,
            now
        );

    private static YearlyDuty ToDuty(YearlyDuty? known, YearlyDutyRequest duty, DateOnly today) =>
        new(duty.Id, duty.Title.Trim(), duty.Month, duty.Day, known?.Done ?? [])
        {
            Since = known is null ? today : known.Since,
        };

    private static GroupOffice Trim(GroupOffice office) =>
        office with
        {
            Organisation = office.Organisation.Trim(),
            Person = office.Person.Trim(),
        };

    private static InvitedBody Trim(InvitedBody invited) =>
        invited with
        {
            Organisation = invited.Organisation.Trim(),
            Person = invited.Person.Trim(),
        };

    private static WorkingGroupMember Trim(WorkingGroupMember member) =>
        member with
        {
            Organisation = member.Organisation.Trim(),
            Person = member.Person.Trim(),
            Alternate = member.Alternate.Trim(),
        };

    private static WorkingGroup Made(WorkingGroup next, WorkingGroup current, Caller caller, DateTimeOffset now) =>
        next with
        {
            Version = current.Version + 1,
            By = caller.Name,
            At = now,
        };

    private static Result<WorkingGroup> Next(WorkingGroup? current, int expectedVersion, WorkingGroup next) =>
        current is not null && IsSame(current, next) ? current
        : expectedVersion == (current?.Version ?? 0) ? next
        : Changed(current?.Version ?? 0, expectedVersion);

    /// <summary>True if only who wrote it, when and by what differ.</summary>
    private static bool IsSame(WorkingGroup current, WorkingGroup next) =>
        current == (next with { Version = current.Version, By = current.By, At = current.At, Action = current.Action });

    private static Error Changed(int version, int expectedVersion) =>
        new("group-changed", StatusCodes.Status412PreconditionFailed, "If-Match", expectedVersion, version)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["seenVersion"] = expectedVersion,
                ["version"] = version,
            },
        };
}
