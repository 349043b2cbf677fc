using System.Globalization;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>
/// The table <c>recommendations</c>: partition plan id, rows
/// <list type="bullet">
/// <item><c>2023-II|edit|d-0123456789abcdef</c>: what a person made of a draft, or added</item>
/// <item><c>2023-II|order</c>: the order that a person gave them</item>
/// </list>
/// Drafts are not stored.
/// </summary>
public sealed class RecommendationsTable(TableServiceClient service)
{
    public const string Name = "recommendations";

    private const string EditKind = "edit";
    private const string OrderKind = "order";
    private const string ContentColumn = "Content";
    private const string IdsColumn = "Ids";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The edits of a period, withdrawn ones too, and its order.</summary>
    public async Task<(IReadOnlyList<StoredRecommendation> Edits, RecommendationOrder Order)> ReadAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var edits = new List<StoredRecommendation>();
        var order = RecommendationOrder.None;
        await foreach (var row in table.ListByPrefixAsync(plan.ToString(), $"{period}", cancellationToken))
        {
            if (row.RowKey == OrderKey(period))
            {
                order = ToOrder(row);
            }
            else
            {
                edits.Add(ToStored(row));
            }
        }

        return (edits, order);
    }

    /// <summary>Writes an edit if it is still as it was read, or still not there.</summary>
    /// <returns>False if it was written since.</returns>
    public Task<bool> TryWriteAsync(
        PlanId plan,
        Period period,
        RecommendationEdit edit,
        ETag? read,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity(plan.ToString(), EditKey(period, edit.Id));
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(edit, StoredJson.Options));
        return table.TryWriteAsync(row, read, cancellationToken);
    }

    /// <inheritdoc cref="TryWriteAsync(PlanId, Period, RecommendationEdit, ETag?, CancellationToken)"/>
    /// <param name="order">With the ETag that was read.</param>
    public Task<bool> TryWriteAsync(
        PlanId plan,
        Period period,
        RecommendationOrder order,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity(plan.ToString(), OrderKey(period))
        {
            ["Version"] = order.Version,
            ["By"] = order.By,
            ["At"] = order.At,
        };
        ChunkedText.Write(row, IdsColumn, string.Join(',', order.Ids));
        return table.TryWriteAsync(row, order.ETag, cancellationToken);
    }

    private static string EditKey(Period period, RecommendationId id) => $"{period}|{EditKind}|{id}";

    private static string OrderKey(Period period) => $"{period}|{OrderKind}";

    private static StoredRecommendation ToStored(TableEntity row) =>
        new(
            JsonSerializer.Deserialize<RecommendationEdit>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!,
            row.ETag
        );

    private static RecommendationOrder ToOrder(TableEntity row) =>
        new(
            ChunkedText
                .Read(row, IdsColumn)!
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => RecommendationId.Parse(id, CultureInfo.InvariantCulture))
                .ToValueList(),
            row.GetInt32("Version")!.Value,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value,
            row.ETag
        );
}
