using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Achievements;

/// <summary>
/// The table <c>achievements</c>: partition plan id, a row named by the achievement's id with its latest version and a row
/// <c>ID|v000001</c> for each version. Both are written in one transaction.
/// </summary>
public sealed class AchievementTable(TableServiceClient service)
{
    public const string Name = "achievements";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The latest version of each achievement of a plan, in no order, withdrawn ones too.</summary>
    public async Task<IReadOnlyList<Achievement>> ListAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan.ToString()} and Kind eq {AchievementRows.CurrentKind}"
        );
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(AchievementRows.ToAchievement)
            .ToListAsync(cancellationToken);
    }

    /// <returns>Null if nothing was ever recorded under that id.</returns>
    public async Task<StoredAchievement?> FindAsync(PlanId plan, Guid id, CancellationToken cancellationToken) =>
        await table.FindAsync(plan.ToString(), AchievementRows.CurrentKey(id), cancellationToken) is { } row
            ? new StoredAchievement(AchievementRows.ToAchievement(row), row.ETag)
            : null;

    /// <summary>All versions of an achievement, the first one first.</summary>
    public async Task<IReadOnlyList<Achievement>> VersionsAsync(
        PlanId plan,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await table
            .ListByPrefixAsync(plan.ToString(), AchievementRows.CurrentKey(id), cancellationToken)
            .Select(AchievementRows.ToAchievement)
            .ToListAsync(cancellationToken);

    /// <summary>Writes a version if what was read is still the latest.</summary>
    /// <param name="read">The ETag of the latest version's row; null if there is none.</param>
    public async Task<bool> TryWriteAsync(
        PlanId plan,
        ETag? read,
        Achievement next,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var current = AchievementRows.ToRow(
            plan,
            AchievementRows.CurrentKey(next.Id),
            AchievementRows.CurrentKind,
            next
        );
        var version = AchievementRows.ToRow(
            plan,
            AchievementRows.VersionKey(next.Id, next.Version),
            AchievementRows.VersionKind,
            next
        );
        TableTransactionAction[] actions =
        [
            read is { } etag
                ? new(TableTransactionActionType.UpdateReplace, current, etag)
                : new(TableTransactionActionType.Add, current),
            new(TableTransactionActionType.Add, version),
        ];
        try
        {
            await client.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
