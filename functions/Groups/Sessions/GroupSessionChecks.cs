using Avance.Functions.Http;

namespace Avance.Functions.Groups.Sessions;

/// <summary>What is wrong with a session as somebody wrote it: all of it, each with its field. Pure.</summary>
internal static class GroupSessionChecks
{
    public const int MinMinutes = 15;
    public const int MaxMinutes = 720;
    private const int MaxLink = 1_000;
    private const int MaxAgenda = 50;
    private const int MaxAgendaItem = 500;
    private const int MaxAgreements = 99;
    private const int MaxAgreement = 2_000;
    private const int MaxNote = 1_000;

    private static readonly Error[] None = [];

    public static IReadOnlyList<Error> Of(
        WorkingGroup group,
        GroupSession? current,
        GroupSession next,
        DateTime localNow
    ) =>
        [
            .. next.StartsAt.Kind != DateTimeKind.Unspecified ? [Error.Invalid("group-session-local", "startsAt")]
            : next.StartsAt.Year != next.Id.Year ? [Error.Invalid("group-session-year", "startsAt", next.Id.Year)]
            : None,
            .. next.Minutes is < MinMinutes or > MaxMinutes
                ? [Error.Invalid("group-session-minutes", "minutes", MinMinutes, MaxMinutes)]
                : None,
            .. GroupTexts.Check("place", next.Place, 0, GroupTexts.MaxDocument),
            .. GroupTexts.Check("link", next.Link, 0, MaxLink),
            .. next.Link.Length > 0 && !IsWeb(next.Link) ? [Error.Invalid("group-session-link", "link")] : None,
            .. GroupTexts.CheckItems("agenda", next.Agenda, MaxAgenda, MaxAgendaItem),
            .. Held(next, localNow),
            .. Attendance(group, current, next),
            .. Agreements(current, next),
        ];

    public static IEnumerable<Error> Of(string prefix, Agreement agreement) =>
        [
            .. agreement.Number is < 1 or > MaxAgreements
                ? [Error.Invalid("group-agreement-number", $"{prefix}number", MaxAgreements)]
                : None,
            .. GroupTexts.Check($"{prefix}text", agreement.Text, GroupTexts.MinDocument, MaxAgreement),
            .. agreement.Responsible.IsNobody()
                ? [Error.Invalid("group-agreement-nobody", $"{prefix}responsible")]
                : None,
            .. GroupTexts.Check(
                $"{prefix}responsible.organisation",
                agreement.Responsible.Organisation,
                0,
                GroupTexts.MaxOrganisation
            ),
            .. GroupTexts.Check($"{prefix}responsible.person", agreement.Responsible.Person, 0, GroupTexts.MaxPerson),
            .. GroupTexts.Check(
                $"{prefix}document",
                agreement.Document,
                agreement.State == AgreementState.Done ? GroupTexts.MinDocument : 0,
                GroupTexts.MaxDocument
            ),
            .. GroupTexts.Check($"{prefix}note", agreement.Note, 0, MaxNote),
        ];

    private static IEnumerable<Error> Held(GroupSession next, DateTime localNow)
    {
        var isHeld = next.State == GroupSessionState.Held;
        if (isHeld && next.StartsAt > localNow)
        {
            yield return Error.Invalid("group-session-not-begun", "isHeld");
        }

        if (!isHeld && next.Attendance.Count + next.InvitedPresent.Count + next.Agreements.Count > 0)
        {
            yield return Error.Invalid("group-session-not-held", "isHeld");
        }
    }

    private static IEnumerable<Error> Attendance(WorkingGroup group, GroupSession? current, GroupSession next)
    {
        // What was recorded of a member stays, whatever the registry says of their time in office since.
        var inOffice = group
            .MembersOn(next.Day())
            .Select(member => member.Id)
            .Concat((current?.Attendance ?? []).Select(one => one.Member))
            .ToHashSet();
        return
        [
            .. next
                .Attendance.Index()
                .Where(one => !inOffice.Contains(one.Item.Member))
                .Select(one => Error.Invalid("group-attendance-member", $"attendance[{one.Index}].member")),
            .. GroupTexts
                .Repeated(next.Attendance.Select(one => one.Member))
                .Select(index => Error.Invalid("group-attendance-repeated", $"attendance[{index}].member")),
            .. GroupTexts.CheckItems(
                "invitedPresent",
                next.InvitedPresent,
                WorkingGroupRules.MaxInvited,
                GroupTexts.MaxOrganisation
            ),
        ];
    }

    private static IEnumerable<Error> Agreements(GroupSession? current, GroupSession next)
    {
        var kept = next.Agreements.Select(agreement => agreement.Number).ToHashSet();
        return
        [
            .. GroupTexts.TooMany("agreements", next.Agreements.Count, MaxAgreements),
            .. next.Agreements.SelectMany((agreement, index) => Of($"agreements[{index}].", agreement)),
            .. GroupTexts
                .Repeated(next.Agreements.Select(agreement => agreement.Number))
                .Select(index => Error.Invalid("group-agreement-repeated", $"agreements[{index}].number")),
            .. (current?.Agreements ?? [])
                .Where(agreement => !kept.Contains(agreement.Number))
                .Select(agreement => Error.Invalid("group-agreement-removed", "agreements", agreement.Number)),
        ];
    }

    private static bool IsWeb(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
