using System.Globalization;
using System.Text.Json;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>
/// What the national consolidation knows of itself:
/// <list type="bullet">
/// <item><c>marks · PLAN</c>: the plan's report has changed since it was last consolidated</item>
/// <item><c>plans · PLAN</c>: the rows that the plan has in the national tables</item>
/// <item><c>run · run</c>: the latest run</item>
/// </list>
/// </summary>
public sealed class ConsolidationTable(TableServiceClient service)
{
    public const string Name = "consolidation";

    private const string Marks = "marks";
    private const string Plans = "plans";
    private const string Run = "run";
    private const string ContentColumn = "Content";

    private readonly LazyTable table = new(service, Name);

    /// <summary>Notes that a plan's report has changed. A run that has read it before does not take this away.</summary>
    public async Task MarkAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        await client.UpsertEntityAsync(
            new TableEntity(Marks, plan.ToString()) { ["TraceParent"] = Traces.Current },
            TableUpdateMode.Replace,
            cancellationToken
        );
    }

    /// <summary>The plans that are marked, by id, with the marks as they are now. Links the run with what set them.</summary>
    public async Task<IReadOnlyDictionary<PlanId, ETag>> MarksAsync(CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Marks}");
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .ToDictionaryAsync(
                IdOf,
                row =>
                {
                    Traces.Link(row.GetString("TraceParent"));
                    return row.ETag;
                },
                cancellationToken: cancellationToken
            );
    }

    /// <summary>Takes marks away, unless they were set again since they were read.</summary>
    public async Task UnmarkAsync(IEnumerable<KeyValuePair<PlanId, ETag>> marks, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var deletes = marks.Select(mark => new TableTransactionAction(
            TableTransactionActionType.Delete,
            new TableEntity(Marks, mark.Key.ToString()),
            mark.Value
        ));
        foreach (var transaction in TransactionRows.Of(deletes))
        {
            try
            {
                await client.SubmitTransactionAsync(transaction, cancellationToken);
            }
            catch (TableTransactionFailedException error) when (error.Status is 404 or 412)
            {
                await DeleteOneByOneAsync(client, transaction, cancellationToken);
            }
        }
    }

    public async Task<ConsolidatedPlan?> FindAsync(PlanId plan, CancellationToken cancellationToken) =>
        await table.FindAsync(Plans, plan.ToString(), cancellationToken) is { } row ? ToPlan(row) : null;

    /// <summary>All plans, by id.</summary>
    public async Task<IReadOnlyDictionary<PlanId, ConsolidatedPlan>> ListAsync(CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Plans}");
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .ToDictionaryAsync(IdOf, ToPlan, cancellationToken: cancellationToken);
    }

    public async Task WriteAsync(IEnumerable<ConsolidatedPlan> plans, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var upserts = plans.Select(plan => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            ToRow(plan)
        ));
        foreach (var transaction in TransactionRows.Of(upserts))
        {
            await client.SubmitTransactionAsync(transaction, cancellationToken);
        }
    }

    /// <returns>Nulls if it was never run.</returns>
    public async Task<(Consolidation? Run, ETag? ETag)> FindRunAsync(CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Run, Run, cancellationToken);
        return row is null ? (null, null) : (ToRun(row), row.ETag);
    }

    /// <summary>Writes the run if it is still as it was read.</summary>
    /// <returns>Its new ETag; null if another run has written it since.</returns>
    public Task<ETag?> TryWriteRunAsync(Consolidation run, ETag? read, CancellationToken cancellationToken) =>
        table.WriteAsync(ToRow(run), read, cancellationToken);

    private static async Task DeleteOneByOneAsync(
        TableClient client,
        IEnumerable<TableTransactionAction> deletes,
        CancellationToken cancellationToken
    )
    {
        foreach (var delete in deletes)
        {
            try
            {
                await client.DeleteEntityAsync(Marks, delete.Entity.RowKey, delete.ETag, cancellationToken);
            }
            catch (RequestFailedException error) when (error.Status is 404 or 412)
            {
                // It was set again since: the next run reads the plan.
            }
        }
    }

    private static PlanId IdOf(TableEntity row) => PlanId.Parse(row.RowKey, CultureInfo.InvariantCulture);

    private static TableEntity ToRow(ConsolidatedPlan plan)
    {
        var row = new TableEntity(Plans, plan.Plan.ToString());
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(plan.Periods, StoredJson.Options));
        return row;
    }

    private static ConsolidatedPlan ToPlan(TableEntity row) =>
        new(
            IdOf(row),
            JsonSerializer.Deserialize<ValueList<ConsolidatedPeriod>>(
                ChunkedText.Read(row, ContentColumn)!,
                StoredJson.Options
            )!
        );

    private static TableEntity ToRow(Consolidation run) =>
        new(Run, Run)
        {
            ["RunId"] = run.RunId,
            ["Running"] = run.Running,
            ["LeasedUntil"] = run.LeasedUntil,
            ["StartedAt"] = run.StartedAt,
            ["FinishedAt"] = run.FinishedAt,
            ["Groups"] = run.Groups,
            ["Columns"] = run.Columns,
        };

    private static Consolidation ToRun(TableEntity row) =>
        new(
            row.GetString("RunId")!,
            row.GetBoolean("Running")!.Value,
            row.GetDateTimeOffset("LeasedUntil")!.Value,
            row.GetDateTimeOffset("StartedAt")!.Value,
            row.GetString("Groups")!,
            row.GetString("Columns")!
        )
        {
            FinishedAt = row.GetDateTimeOffset("FinishedAt"),
        };
}
