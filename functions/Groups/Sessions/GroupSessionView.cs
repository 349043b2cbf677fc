namespace Avance.Functions.Groups.Sessions;

/// <summary>A session as the caller may see it.</summary>
/// <param name="Minutes">How its minutes are numbered.</param>
/// <param name="Session">Without names, addresses and the link for those who do not need them.</param>
/// <param name="ChangedSinceCall">True if members were told something else than what is now planned.</param>
/// <param name="Overdue">The numbers of its agreements that are overdue.</param>
public sealed record GroupSessionView(
    string Minutes,
    GroupSession Session,
    Quorum Quorum,
    bool ChangedSinceCall,
    ValueList<int> Overdue
)
{
    public static GroupSessionView Of(WorkingGroup group, GroupSession session, DateOnly today, Caller caller) =>
        new(
            MinutesNumber.Of(group.Id, session.Id),
            WorkingGroupView.MaySeePeople(caller) ? session : WithoutPeople(session),
            QuorumRules.Of(group, session.Attendance, session.Day()),
            session.HasChangedSinceCall(),
            [.. session.Agreements.Where(agreement => agreement.IsOverdue(today)).Select(agreement => agreement.Number)]
        );

    private static GroupSession WithoutPeople(GroupSession session) =>
        session with
        {
            Link = "",
            Agreements =
            [
                .. session.Agreements.Select(agreement =>
                    agreement with
                    {
                        Responsible = agreement.Responsible.WithoutPerson(),
                    }
                ),
            ],
        };
}
