using System.Globalization;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Achievements;

/// <summary>The keys and columns of the table <c>achievements</c>.</summary>
internal static class AchievementRows
{
    public const string CurrentKind = "current";
    public const string VersionKind = "version";

    private const string ContentColumn = "Content";

    /// <summary><c>7c9e6679-7425-40de-944b-e07fc1f90ae7</c>: the latest version.</summary>
    public static string CurrentKey(Guid id) => id.ToString("D");

    /// <summary><c>7c9e6679-7425-40de-944b-e07fc1f90ae7|v000001</c>: each version.</summary>
    public static string VersionKey(Guid id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{CurrentKey(id)}|v{version:D6}");

    public static TableEntity ToRow(PlanId plan, string rowKey, string kind, Achievement achievement)
    {
        var row = new TableEntity(plan.ToString(), rowKey)
        {
            ["Kind"] = kind,
            ["Version"] = achievement.Version,
            ["By"] = achievement.By,
            ["At"] = achievement.At,
        };
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(achievement, StoredJson.Options));
        return row;
    }

    public static Achievement ToAchievement(TableEntity row) =>
        JsonSerializer.Deserialize<Achievement>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!;
}
