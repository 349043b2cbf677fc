using System.Globalization;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>
/// The table <c>recommendationchecks</c>: partition the plan that is checked, rows
/// <c>psig-2022-2023|2023-II|d-0123456789abcdef</c>: what was said of a recommendation of that plan and period.
/// </summary>
public sealed class RecommendationChecksTable(TableServiceClient service)
{
    public const string Name = "recommendationchecks";

    private readonly LazyTable table = new(service, Name);

    /// <summary>What was said of the recommendations of a report.</summary>
    /// <param name="of">The plan of the report.</param>
    /// <param name="period">Its period.</param>
    public async Task<IReadOnlyDictionary<RecommendationId, CheckDecision>> ListAsync(
        PlanId plan,
        PlanId of,
        Period period,
        CancellationToken cancellationToken
    ) =>
        await table
            .ListByPrefixAsync(plan.ToString(), $"{of}|{period}", cancellationToken)
            .ToDictionaryAsync(
                row => RecommendationId.Parse(row.RowKey.Split('|')[^1], CultureInfo.InvariantCulture),
                ToDecision,
                cancellationToken: cancellationToken
            );

    /// <returns>Null if nothing was said of it.</returns>
    public async Task<(CheckDecision Decision, ETag ETag)?> FindAsync(
        CheckAddress address,
        CancellationToken cancellationToken
    ) =>
        await table.FindAsync(address.Plan.ToString(), address.Key, cancellationToken) is { } row
            ? (ToDecision(row), row.ETag)
            : null;

    /// <summary>Writes a decision if what was read is still the latest.</summary>
    /// <param name="read">Null if nothing was said before.</param>
    /// <returns>False if it was written since.</returns>
    public Task<bool> TryWriteAsync(
        CheckAddress address,
        CheckDecision decision,
        ETag? read,
        CancellationToken cancellationToken
    ) =>
        table.TryWriteAsync(
            new TableEntity(address.Plan.ToString(), address.Key)
            {
                ["State"] = $"{decision.State}",
                ["Note"] = decision.Note,
                ["Version"] = decision.Version,
                ["By"] = decision.By,
                ["At"] = decision.At,
            },
            read,
            cancellationToken
        );

    /// <summary>A state that a newer version of the app wrote is shown as open.</summary>
    private static CheckDecision ToDecision(TableEntity row) =>
        new(
            Enum.TryParse<CheckState>(row.GetString("State"), out var state) ? state : CheckState.Open,
            row.GetString("Note") ?? "",
            row.GetInt32("Version")!.Value,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value
        );
}
