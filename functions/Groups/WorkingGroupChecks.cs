using System.Text.RegularExpressions;
using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>What is wrong with a group as somebody wrote it: all of it, each with its field. Pure.</summary>
internal static partial class WorkingGroupChecks
{
    private const int MaxBody = 100;
    private const int MaxName = 300;
    private const int MaxTitle = 200;

    // Any year without 29 February: a duty is due each year.
    private const int CommonYear = 2023;

    public static IReadOnlyList<Error> Of(WorkingGroup group) =>
        [
            .. GroupTexts.Check("body", group.Body, GroupTexts.MinName, MaxBody),
            .. GroupTexts.Check("name", group.Name, GroupTexts.MinDocument, MaxName),
            .. GroupTexts.Check(
                "legalBasis.norm",
                group.LegalBasis.Norm,
                GroupTexts.MinDocument,
                GroupTexts.MaxDocument
            ),
            .. Names("chair", group.Chair.Organisation, group.Chair.Person),
            .. Names("secretariat", group.Secretariat.Organisation, group.Secretariat.Person),
            .. GroupTexts.CheckItems(
                "functions",
                group.Functions,
                WorkingGroupRules.MaxFunctions,
                WorkingGroupRules.MaxFunction
            ),
            .. Members(group.Members),
            .. GroupTexts.TooMany("invited", group.Invited.Count, WorkingGroupRules.MaxInvited),
            .. group.Invited.SelectMany((body, index) => Names($"invited[{index}]", body.Organisation, body.Person)),
            .. Duties(group.Duties),
            .. group.Quorum is { Percent: < 1 or > 100 }
                ? [Error.Invalid("group-quorum", "quorum.percent")]
                : Array.Empty<Error>(),
        ];

    private static IEnumerable<Error> Members(ValueList<WorkingGroupMember> members) =>
        [
            .. GroupTexts.TooMany("members", members.Count, WorkingGroupRules.MaxMembers),
            .. members.SelectMany((member, index) => Member($"members[{index}]", member)),
            .. GroupTexts
                .Repeated(members.Select(member => member.Id))
                .Select(index => Error.Invalid("group-member-repeated", $"members[{index}].id")),
        ];

    private static IEnumerable<Error> Member(string field, WorkingGroupMember member) =>
        [
            .. member.Id == Guid.Empty ? [Error.Invalid("group-member-id", $"{field}.id")] : Array.Empty<Error>(),
            .. Names(field, member.Organisation, member.Person),
            .. GroupTexts.Check($"{field}.alternate", member.Alternate, 0, GroupTexts.MaxPerson),
            .. member.From > member.To ? [Error.Invalid("group-office-dates", $"{field}.to")] : Array.Empty<Error>(),
        ];

    private static IEnumerable<Error> Duties(ValueList<YearlyDuty> duties) =>
        [
            .. GroupTexts.TooMany("duties", duties.Count, WorkingGroupRules.MaxDuties),
            .. duties.SelectMany((duty, index) => Duty($"duties[{index}]", duty)),
            .. GroupTexts
                .Repeated(duties.Select(duty => duty.Id))
                .Select(index => Error.Invalid("group-duty-repeated", $"duties[{index}].id")),
        ];

    private static IEnumerable<Error> Duty(string field, YearlyDuty duty) =>
        [
            .. DutyId.IsMatch(duty.Id) ? Array.Empty<Error>() : [Error.Invalid("group-duty-id", $"{field}.id")],
            .. GroupTexts.Check($"{field}.title", duty.Title, GroupTexts.MinDocument, MaxTitle),
            .. duty.Month is >= 1 and <= 12 && duty.Day >= 1 && duty.Day <= DateTime.DaysInMonth(CommonYear, duty.Month)
                ? Array.Empty<Error>()
                : [Error.Invalid("group-duty-day", $"{field}.day")],
        ];

    private static IEnumerable<Error> Names(string field, string organisation, string person) =>
        GroupTexts
            .Check($"{field}.organisation", organisation, GroupTexts.MinName, GroupTexts.MaxOrganisation)
            .Concat(GroupTexts.Check($"{field}.person", person, 0, GroupTexts.MaxPerson));

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.None, 1_000)]
    private static partial Regex DutyId { get; }
}
