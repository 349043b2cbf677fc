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
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"{group.Action}|{group.Id}|{group.Version}"),
                group.At,
                group.By,
                group.Action,
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
        WorkingGroupId group,
        GroupSession session,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"{session.Action}|{group}|{session.Id}|{session.Version}"),
                session.At,
                session.By,
                session.Action,
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
