using System.Globalization;
using System.Text.Json;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Storage;

namespace Avance.Functions.Groups;

/// <summary>
/// The audit entries of groups. An entry is written after what it tells of, with the instant stored there, so that a
/// repeated request writes the same entry again. It has numbers and documents, and no names of people.
/// </summary>
public sealed class GroupAudit(AuditTable audit)
{
    /// <summary>Where changes stand that belong to no plan: <c>group-csig-mimp</c>.</summary>
    public static PlanId PartitionOf(WorkingGroupId group) => new($"group-{group.ToString().ToLowerInvariant()}");

    public Task AddAsync(PlanId plan, string action, WorkingGroup group, CancellationToken cancellationToken) =>
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"{action}|{group.Id}|{group.Version}"),
                group.At,
                group.By,
                action,
                group.Id.ToString(),
                LegalDocument: group.LegalBasis.Norm,
                Details: JsonSerializer.Serialize(
                    new
                    {
                        group.Version,
                        Members = group.Members.Count,
                        group.Plans,
                    },
                    StoredJson.Options
                )
            ),
            cancellationToken
        );

    public Task AddAsync(
        PlanId plan,
        string action,
        WorkingGroupId group,
        GroupSession session,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"{action}|{group}|{session.Id}|{session.Version}"),
                session.At,
                session.By,
                action,
                $"{group} {session.Id}",
                LegalDocument: MinutesNumber.Of(group, session.Id),
                Details: JsonSerializer.Serialize(
                    new
                    {
                        session.Version,
                        session.State,
                        Agreements = session.Agreements.Count,
                    },
                    StoredJson.Options
                )
            ),
            cancellationToken
        );
}
