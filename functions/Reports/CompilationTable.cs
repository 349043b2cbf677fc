using System.Globalization;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports;

/// <summary>
/// The table <c>compilation</c>: partition plan id, one row <c>compilation</c>. It is the app's own, not part of what
/// Power BI reads: it keeps two runs from writing one report, and remembers that a run died.
/// </summary>
public sealed class CompilationTable(TableServiceClient service)
{
    public const string Name = "compilation";
    private const string RowKey = "compilation";

    private readonly LazyTable table = new(service, Name);

    /// <returns>The row with its ETag; nulls if the plan was never compiled.</returns>
    public async Task<(Compilation? Compilation, ETag? ETag)> FindAsync(
        PlanId plan,
        CancellationToken cancellationToken
    )
    {
        var row = await table.FindAsync(plan.ToString(), RowKey, cancellationToken);
        return row is not null ? (ToCompilation(row), row.ETag) : (null, null);
    }

    public async Task<IReadOnlyDictionary<PlanId, Compilation>> AllAsync(CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var all = new Dictionary<PlanId, Compilation>();
        await foreach (var row in client.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            all[PlanId.Parse(row.PartitionKey, CultureInfo.InvariantCulture)] = ToCompilation(row);
        }

        return all;
    }

    /// <summary>Writes the row if it is still as it was read.</summary>
    /// <returns>Its new ETag; null if another run has written it since.</returns>
    public Task<ETag?> TryWriteAsync(
        PlanId plan,
        Compilation compilation,
        ETag? read,
        CancellationToken cancellationToken
    ) => table.WriteAsync(ToRow(plan, compilation), read, cancellationToken);

    private static TableEntity ToRow(PlanId plan, Compilation compilation) =>
        new(plan.ToString(), RowKey)
        {
            ["RunId"] = compilation.RunId,
            ["Running"] = compilation.Running,
            ["ClaimedUntil"] = compilation.LeasedUntil,
            ["StartedAt"] = compilation.StartedAt,
            ["DueAt"] = compilation.DueAt,
            ["Revision"] = compilation.Revision,
            ["RowsWritten"] = compilation.RowsWritten,
            ["FailedAt"] = compilation.FailedAt,
            ["DimensionsChecksum"] = compilation.Dimensions?.Checksum,
            ["DimensionsRunId"] = compilation.Dimensions?.RunId,
        };

    private static Compilation ToCompilation(TableEntity row) =>
        new(
            row.GetString("RunId")!,
            row.GetBoolean("Running")!.Value,
            row.GetDateTimeOffset("ClaimedUntil")!.Value,
            row.GetDateTimeOffset("StartedAt")!.Value,
            row.GetDateTimeOffset("DueAt")!.Value,
            row.GetInt32("Revision")!.Value,
            row.GetInt32("RowsWritten")!.Value
        )
        {
            FailedAt = row.GetDateTimeOffset("FailedAt"),
            Dimensions =
                row.GetString("DimensionsChecksum") is { } checksum && row.GetString("DimensionsRunId") is { } run
                    ? new WrittenDimensions(checksum, run)
                    : null,
        };
}
