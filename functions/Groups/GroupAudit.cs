using System.Globalization;
using System.Text.Json;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Storage;

namespace Avance.Functions.Groups;

/// <summary>
/// The audit entries of groups. An entry is written after what it tells of, from what is stored there, so that a repeated
/// request writes the same entry again; and once more before a version is replaced, in case its writer crashed. It has numbers
/// and documents, and no names of people.
/// </summary>
public sealed class GroupAudit(AuditTable audit)
{
    /// <summary>Where changes stand that belong to no plan: <c>group-csig-mimp</c>.</summary>
    public static PlanId PartitionOf(WorkingGroupId group) => new($"group-{group.ToString().ToLowerInvariant()}");

    public Task AddAsync(PlanId plan, WorkingGroup group, CancellationToken cancellationToken) =>
        AddAsync(
            plan,
            group.Action,
            $"{group.Id}",
            group.Version,
            group.At,
            group.By,
            group.LegalBasis.Norm,
            new
            {
                group.Version,
                Members = group.Members.Count,
                group.Plans,
            },
            cancellationToken
        );

    public Task AddAsync(
        PlanId plan,
        WorkingGroupId group,
        GroupSession session,
        CancellationToken cancellationToken
    ) =>
        AddAsync(
            plan,
            session.Action,
            $"{group} {session.Id}",
            session.Version,
            session.At,
            session.By,
            MinutesNumber.Of(group, session.Id),
            new
            {
                session.Version,
                session.State,
                Agreements = session.Agreements.Count,
            },
            cancellationToken
        );

    /// <param name="action">Null for a version that earlier code wrote: that code has written its entry.</param>
    private Task AddAsync(
        PlanId plan,
        string? action,
        string target,
        int version,
        DateTimeOffset at,
        string by,
        string document,
        object details,
        CancellationToken cancellationToken
    ) =>
        action is null
            ? Task.CompletedTask
            : audit.AddAsync(
                new AuditEntry(
                    plan,
                    string.Create(CultureInfo.InvariantCulture, $"{action}|{target.Replace(' ', '|')}|{version}"),
                    at,
                    by,
                    action,
                    target,
                    LegalDocument: document,
                    Details: JsonSerializer.Serialize(details, StoredJson.Options)
                ),
                cancellationToken
            );
}
