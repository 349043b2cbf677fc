using System.Globalization;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Exports;

/// <summary>The table <c>exports</c>: partition plan id, a row an export.</summary>
public sealed class ExportTable(TableServiceClient service)
{
    public const string Name = "exports";

    private readonly LazyTable table = new(service, Name);

    /// <returns>The export with its ETag; nulls if there is none.</returns>
    public async Task<(Export? Export, ETag ETag)> FindAsync(
        PlanId plan,
        Period period,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var row = await table.FindAsync(plan.ToString(), RowKey(period, id), cancellationToken);
        return row is not null ? (ToExport(row), row.ETag) : default;
    }

    /// <summary>The exports of a period, the newest first.</summary>
    public async Task<IReadOnlyList<Export>> ListAsync(PlanId plan, Period period, CancellationToken cancellationToken)
    {
        var all = new List<Export>();
        await foreach (var row in table.ListByPrefixAsync(plan.ToString(), period.ToString(), cancellationToken))
        {
            all.Add(ToExport(row));
        }

        return [.. all.OrderByDescending(export => export.At).ThenBy(export => export.Id)];
    }

    /// <returns>False if it has a row already, which stays.</returns>
    public Task<bool> TryAddAsync(Export export, CancellationToken cancellationToken) =>
        table.TryAddAsync(ToRow(export), cancellationToken);

    /// <returns>False if the row was written since it was read.</returns>
    public async Task<bool> TryReplaceAsync(Export export, ETag read, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            await client.UpdateEntityAsync(ToRow(export), read, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    // 2023-II|0f8fad5b-d9cb-469f-a165-70867728950e: the exports of a period lie together.
    private static string RowKey(Period period, Guid id) => $"{period}|{id:D}";

    private static TableEntity ToRow(Export export) =>
        new(export.Plan.ToString(), RowKey(export.Period, export.Id))
        {
            ["Format"] = export.Format.ToString(),
            ["Scope"] = export.Scope.ToString(),
            ["By"] = export.By,
            ["At"] = export.At,
            ["State"] = export.State.ToString(),
            ["Step"] = export.Step.ToString(),
            ["RunId"] = export.RunId,
            ["Blob"] = export.Blob,
            ["Size"] = export.Size,
            ["FailedBecause"] = export.FailedBecause,
        };

    private static Export ToExport(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var invariant = CultureInfo.InvariantCulture;
        return new Export(
            PlanId.Parse(row.PartitionKey, invariant),
            Period.Parse(parts[0], invariant),
            Guid.Parse(parts[1], invariant),
            Enum.Parse<ExportFormat>(row.GetString("Format")!),
            Enum.Parse<ExportScope>(row.GetString("Scope")!),
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value
        )
        {
            State = Enum.Parse<ExportState>(row.GetString("State")!),
            Step = Enum.Parse<ExportStep>(row.GetString("Step")!),
            RunId = row.GetString("RunId")!,
            Blob = row.GetString("Blob")!,
            Size = row.GetInt64("Size")!.Value,
            FailedBecause = row.GetString("FailedBecause")!,
        };
    }
}
