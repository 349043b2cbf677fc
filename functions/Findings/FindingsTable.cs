using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Findings;

/// <summary>
/// The table <c>findings</c>: partition plan id, a row a finding (<c>2023-II|034|code|digest</c>) and, for each claim
/// that was examined, a row <c>check|2023-II|034</c> with the stamp of what was looked at.
/// </summary>
public sealed class FindingsTable(TableServiceClient service)
{
    public const string Name = "findings";

    private const int MostActions = 100;

    private readonly LazyTable table = new(service, Name);

    /// <summary>The findings of a claim, those that are raised no longer too.</summary>
    public IAsyncEnumerable<StoredFinding> ListAsync(ProgressAddress claim, CancellationToken cancellationToken) =>
        table
            .BelowAsync(claim.Plan.ToString(), $"{claim.Period}|{claim.Activity.Key}", cancellationToken)
            .Select(ToStored);

    /// <summary>The findings of a period, by activity and code, those that are raised no longer too.</summary>
    public IAsyncEnumerable<StoredFinding> ListAsync(PlanId plan, Period period, CancellationToken cancellationToken) =>
        table.BelowAsync(plan.ToString(), period.ToString(), cancellationToken).Select(ToStored);

    public async Task<StoredFinding?> FindAsync(PlanId plan, FindingId id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), RowKey(id), cancellationToken);
        return row is null ? null : ToStored(row);
    }

    /// <summary>Replaces a finding if it is still as it was read.</summary>
    public async Task<bool> TryReplaceAsync(PlanId plan, StoredFinding finding, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            var row = ToRow(plan, finding.Finding);
            await client.UpdateEntityAsync(row, finding.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>The stamp of the last examination of a claim, with what replacing it takes; nulls if there was none.</summary>
    public async Task<(string? Stamp, ETag? ETag)> FindStampAsync(
        ProgressAddress claim,
        CancellationToken cancellationToken
    )
    {
        var row = await table.FindAsync(claim.Plan.ToString(), CheckKey(claim), cancellationToken);
        return row is not null ? (row.GetString("Stamp"), row.ETag) : (null, null);
    }

    /// <summary>The stamps of the claims of a period.</summary>
    public async Task<IReadOnlyDictionary<ActivityNumber, string>> StampsAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var stamps = new Dictionary<ActivityNumber, string>();
        await foreach (var row in table.BelowAsync(plan.ToString(), $"check|{period}", cancellationToken))
        {
            stamps[ActivityNumber.Parse(row.RowKey.Split('|')[2], null)] = row.GetString("Stamp")!;
        }

        return stamps;
    }

    /// <summary>
    /// Forgets what a claim was examined as: what it shares with another claim has changed. Whatever becomes of the message
    /// that asks for it, the claim is examined again, at the latest after the next sweep.
    /// </summary>
    public async Task ClearStampAsync(ProgressAddress claim, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var check = new TableEntity(claim.Plan.ToString(), CheckKey(claim)) { ["Stamp"] = "" };
        await client.UpsertEntityAsync(check, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Writes what an examination changed and its stamp, which comes last.</summary>
    /// <param name="stampETag">Of the stamp that was read; null if there was none.</param>
    /// <returns>False if somebody else has changed one of the rows since: part of the changes may be written.</returns>
    public async Task<bool> TryWriteAsync(
        ProgressAddress claim,
        FindingChanges changes,
        string stamp,
        ETag? stampETag,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var check = new TableEntity(claim.Plan.ToString(), CheckKey(claim)) { ["Stamp"] = stamp };
        var actions = changes
            .Added.Select(finding => new TableTransactionAction(
                TableTransactionActionType.Add,
                ToRow(claim.Plan, finding)
            ))
            .Concat(
                changes.Changed.Select(item => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    ToRow(claim.Plan, item.Finding),
                    item.ETag
                ))
            )
            .Append(
                stampETag is { } etag
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, check, etag)
                    : new TableTransactionAction(TableTransactionActionType.Add, check)
            );
        try
        {
            foreach (var some in actions.Chunk(MostActions))
            {
                await client.SubmitTransactionAsync(some, cancellationToken);
            }

            return true;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static string CheckKey(ProgressAddress claim) => $"check|{claim.Period}|{claim.Activity.Key}";

    // An id holds no '|', a row key no '.'.
    private static string RowKey(FindingId id) => id.ToString().Replace('.', '|');

    private static TableEntity ToRow(PlanId plan, Finding finding) =>
        new(plan.ToString(), RowKey(finding.Id))
        {
            ["Severity"] = finding.Severity.ToString(),
            ["State"] = finding.State.ToString(),
            ["IsRaised"] = finding.IsRaised,
            ["ChangedAt"] = finding.ChangedAt,
            ["File"] = finding.File?.ToString() ?? "",
            ["Content"] = JsonSerializer.Serialize(finding, Json.Options),
        };

    private static StoredFinding ToStored(TableEntity row) =>
        new(JsonSerializer.Deserialize<Finding>(row.GetString("Content")!, Json.Options)!, row.ETag);
}
