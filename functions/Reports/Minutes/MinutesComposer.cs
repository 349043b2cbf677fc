using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Reports.Minutes;

/// <summary>Puts the minutes of a session together: who was there, what was discussed and agreed, who signs. Pure.</summary>
public static class MinutesComposer
{
    private const string Code = "minutes";

    /// <param name="withPeople">False leaves the names of people out: the organisations stay.</param>
    public static ReportDocument Compose(WorkingGroup group, GroupSession session, bool withPeople)
    {
        var number = MinutesNumber.Of(group.Id, session.Id);
        return new ReportDocument(
            new ReportCover(
                group.Body,
                group.Name,
                number,
                BasisOf(group.LegalBasis),
                Word("when", session.StartsAt),
                PlaceOf(session)
            ),
            [
                Attendance(group, session, withPeople),
                Section("agenda", [ListOf(session.Agenda, "no-agenda")]),
                Agreements(session, withPeople),
                Signatures(group, session, withPeople),
            ]
        )
        {
            IsShort = true,
        };
    }

    private static ReportSection Attendance(WorkingGroup group, GroupSession session, bool withPeople)
    {
        var quorum = QuorumRules.Of(group, session.Attendance, session.Day());
        var states = session.Attendance.ToDictionary(one => one.Member, one => one.State);
        var rows = group
            .MembersOn(session.Day())
            .Select(member => new ReportTableRow([
                [member.Organisation],
                [withPeople ? PersonOf(member, states) : ""],
                [states.TryGetValue(member.Id, out var state) ? Word($"attendance-{state}") : Word("attendance-none")],
            ]));
        var blocks = new List<ReportBlock>
        {
            new ParagraphBlock(
                Word(quorum.IsReached ? "quorum" : "no-quorum", quorum.Present, quorum.Voting, quorum.Needed)
            ),
            new TableBlock(
                Word("attendance-caption"),
                [new(Word("organisation"), 5), new(Word("person"), 4), new(Word("state"), 3)],
                [.. rows]
            ),
        };
        if (session.InvitedPresent.Count > 0)
        {
            blocks.Add(new ParagraphBlock(Word("invited", ReportWords.List(session.InvitedPresent))));
        }

        return Section("attendance", [.. blocks]);
    }

    private static string PersonOf(WorkingGroupMember member, Dictionary<Guid, AttendanceState> states) =>
        states.GetValueOrDefault(member.Id) == AttendanceState.AlternatePresent ? member.Alternate : member.Person;

    private static ReportSection Agreements(GroupSession session, bool withPeople)
    {
        if (session.Agreements.Count == 0)
        {
            return Section("agreements", [new ParagraphBlock(Word("no-agreements"))]);
        }

        var rows = session.Agreements.Select(agreement => new ReportTableRow([
            [$"{agreement.Number}"],
            [agreement.Text],
            [ResponsibleOf(agreement.Responsible, withPeople)],
            [agreement.Due is { } due ? Word("day", due.ToDateTime(TimeOnly.MinValue)) : Word("no-day")],
        ]));
        return Section(
            "agreements",
            [
                new TableBlock(
                    Word("agreements-caption"),
                    [
                        new(Word("number"), 1, IsNumber: true),
                        new(Word("agreement"), 6),
                        new(Word("responsible"), 3),
                        new(Word("due"), 2),
                    ],
                    [.. rows]
                ),
            ]
        );
    }

    private static string ResponsibleOf(Responsible responsible, bool withPeople) =>
        string.Join(
            ", ",
            new[] { $"{responsible.Unit}", responsible.Organisation, withPeople ? responsible.Person : "" }.Where(
                part => part.Length > 0
            )
        );

    /// <summary>
    /// A line for each member who came or whose alternate did, once each. Chair and secretariat sign as such; one who is a member
    /// signs only if they came themselves.
    /// </summary>
    private static ReportSection Signatures(WorkingGroup group, GroupSession session, bool withPeople)
    {
        var present = session
            .Attendance.Where(one => one.IsPresent())
            .ToDictionary(one => one.Member, one => one.State);
        var members = group.MembersOn(session.Day()).ToList();
        var officers = new[] { (group.Chair, Title: "chair"), (group.Secretariat, Title: "secretariat") }
            .Select(officer => (Office: officer.Item1, officer.Title, Member: members.Find(IsOf(officer.Item1))))
            .Where(officer =>
                officer.Member is null
                || present.GetValueOrDefault(officer.Member.Id, AttendanceState.Absent) == AttendanceState.Present
            )
            .ToList();
        var signers = officers
            .Select(officer =>
                (Name: officer.Office.Person, Organisation: Word(officer.Title, officer.Office.Organisation))
            )
            .Concat(
                members
                    .Where(member => present.ContainsKey(member.Id) && officers.TrueForAll(one => one.Member != member))
                    .Select(member => (Name: PersonOf(member, present), member.Organisation))
            );
        var rows = signers.Select(signer => new ReportTableRow([
            [
                signer.Organisation,
                .. withPeople && signer.Name.Length > 0 ? [(RichText)signer.Name] : Array.Empty<RichText>(),
            ],
            ["\n\n"],
        ]));
        return Section(
            "signatures",
            [
                new ParagraphBlock(Word("closing")),
                new TableBlock(
                    Word("signatures-caption"),
                    [new(Word("signer"), 3), new(Word("signature"), 2)],
                    [.. rows]
                ),
            ]
        );
    }

    private static Predicate<WorkingGroupMember> IsOf(GroupOffice office) =>
        member => member.Organisation == office.Organisation && member.Person == office.Person;

    private static string BasisOf(LegalBasis basis) =>
        basis.Date is { } date ? Word("basis", basis.Norm, date.ToDateTime(TimeOnly.MinValue)) : basis.Norm;

    private static string PlaceOf(GroupSession session) =>
        session.Place.Length > 0 ? session.Place
        : session.Link.Length > 0 ? Word("remote")
        : "";

    private static ReportBlock ListOf(ValueList<string> items, string none) =>
        items.Count > 0
            ? new ListBlock([.. items.Select(item => (RichText)item)], IsNumbered: true)
            : new ParagraphBlock(Word(none));

    private static ReportSection Section(string id, ValueList<ReportBlock> blocks) =>
        new(id, Word($"{id}-title"), 1, blocks);

    private static string Word(string key, params object?[] arguments) => Messages.Text($"{Code}.{key}", arguments);
}
