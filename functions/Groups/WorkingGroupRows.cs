using System.Globalization;
using System.Text.Json;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Groups;

/// <summary>
/// The keys and columns of the table <c>groups</c>:
/// <list type="bullet">
/// <item><c>|groups · CSIG-MIMP</c>: a group</item>
/// <item><c>|plans · psig-2022-2023</c>: which group follows a plan</item>
/// <item><c>CSIG-MIMP · 2023-002</c>: a session</item>
/// </list>
/// </summary>
internal static class WorkingGroupRows
{
    /// <summary>No id of a group begins with a '|'.</summary>
    public const string Groups = "|groups";
    public const string Plans = "|plans";
    public const string GroupColumn = "Group";
    public const string BodyColumn = "Body";

    private const string ContentColumn = "Content";

    public static TableEntity ToRow(WorkingGroup group)
    {
        var row = new TableEntity(Groups, group.Id.ToString())
        {
            [BodyColumn] = group.Body,
            ["Version"] = group.Version,
            ["By"] = group.By,
            ["At"] = group.At,
        };
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(group, StoredJson.Options));
        return row;
    }

    public static StoredGroup ToGroup(TableEntity row) => new(Read<WorkingGroup>(row), row.ETag);

    public static TableEntity ToLink(PlanId plan, WorkingGroupId group) =>
        new(Plans, plan.ToString()) { [GroupColumn] = group.ToString() };

    public static WorkingGroupId GroupOf(TableEntity link) =>
        WorkingGroupId.Parse(link.GetString(GroupColumn)!, CultureInfo.InvariantCulture);

    public static TableEntity ToRow(WorkingGroupId group, GroupSession session)
    {
        var row = new TableEntity(group.ToString(), session.Id.ToString())
        {
            ["State"] = session.State.ToString(),
            ["StartsAt"] = session.StartsAt.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
            ["Version"] = session.Version,
            ["By"] = session.By,
            ["At"] = session.At,
        };
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(session, StoredJson.Options));
        return row;
    }

    public static StoredSession ToSession(TableEntity row) => new(Read<GroupSession>(row), row.ETag);

    private static T Read<T>(TableEntity row) =>
        JsonSerializer.Deserialize<T>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!;
}
