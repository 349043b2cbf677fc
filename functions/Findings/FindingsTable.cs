using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Findings;

/// <summary>
/// The table <c>findings</c>: partition plan id, a row a finding (<c>2023-II|034|code|digest</c>) and, for each claim
/// that was examined, a row <c>check|2023-II|034</c> with the fingerprint of what was looked at, with what the audit is still to be
/// told of it, and with when it last failed.
/// </summary>
public sealed class FindingsTable(TableServiceClient service)
{
    public const string Name = "findings";

    /// <summary>How many findings change at once: a transaction has 100 rows, and one is the examination's own.</summary>
    public const int MostChanges = 99;

    /// <summary>
    /// Characters of the findings that change at once, unless it is one: a transaction has 4 MiB, and as it is sent a
    /// character may take six bytes.
    /// </summary>
    private const int MostCharacters = 500_000;

    private readonly LazyTable table = new(service, Name);

    /// <summary>The findings of a claim, those that are raised no longer too.</summary>
    public IAsyncEnumerable<StoredFinding> ListAsync(ProgressAddress claim, CancellationToken cancellationToken) =>
        table
            .ListByPrefixAsync(claim.Plan.ToString(), $"{claim.Period}|{claim.Activity.Key}", cancellationToken)
            .Select(FindingRows.ToStored);

    /// <summary>The findings of a period, by activity and code, those that are raised no longer too.</summary>
    public IAsyncEnumerable<StoredFinding> ListAsync(PlanId plan, Period period, CancellationToken cancellationToken) =>
        table.ListByPrefixAsync(plan.ToString(), period.ToString(), cancellationToken).Select(FindingRows.ToStored);

    public async Task<StoredFinding?> FindAsync(PlanId plan, FindingId id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), FindingRows.RowKey(id), cancellationToken);
        return row is null ? null : FindingRows.ToStored(row);
    }

    /// <summary>Replaces a finding if it is still as it was read.</summary>
    public async Task<bool> TryReplaceAsync(PlanId plan, StoredFinding finding, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            var row = FindingRows.ToRow(plan, finding.Finding);
            await client.UpdateEntityAsync(row, finding.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <returns>Null if the claim was never examined.</returns>
    public async Task<Examination?> FindExaminationAsync(ProgressAddress claim, CancellationToken cancellationToken) =>
        await table.FindAsync(claim.Plan.ToString(), FindingRows.CheckKey(claim), cancellationToken) is { } row
            ? FindingRows.ToExamination(row)
            : null;

    /// <summary>The last examinations of the claims of a period.</summary>
    public async Task<IReadOnlyDictionary<ActivityNumber, Examination>> ExaminationsAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var examinations = new Dictionary<ActivityNumber, Examination>();
        await foreach (var row in table.ListByPrefixAsync(plan.ToString(), $"check|{period}", cancellationToken))
        {
            examinations[ActivityNumber.Parse(row.RowKey.Split('|')[2], null)] = FindingRows.ToExamination(row);
        }

        return examinations;
    }

    /// <summary>The fingerprints of the claims of a period; empty where an examination has not been told of.</summary>
    public async Task<IReadOnlyDictionary<ActivityNumber, string>> FingerprintsAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    ) =>
        (await ExaminationsAsync(plan, period, cancellationToken)).ToDictionary(
            item => item.Key,
            item => item.Value.PendingAudit.Count == 0 ? item.Value.Fingerprint : ""
        );

    /// <summary>
    /// Forgets what a claim was examined as: what it shares with another claim has changed. Whatever becomes of the message
    /// that asks for it, the claim is examined again, at the latest after the next sweep.
    /// </summary>
    public async Task ClearFingerprintAsync(ProgressAddress claim, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var check = new TableEntity(claim.Plan.ToString(), FindingRows.CheckKey(claim)) { ["Stamp"] = "" };
        // What the audit is to be told stays.
        await client.UpsertEntityAsync(check, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>The first of some changes, as many as one transaction takes.</summary>
    public static FindingChanges Fitting(FindingChanges changes)
    {
        var (count, characters) = (0, 0);
        foreach (var finding in changes.Findings.Take(MostChanges))
        {
            characters += FindingRows.ToJson(finding).Length;
            if (count > 0 && characters > MostCharacters)
            {
                break;
            }

            count++;
        }

        return changes.First(count);
    }

    /// <summary>Writes what an examination changed, its fingerprint and what the audit is to be told: all or nothing.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="changes">As many as are <see cref="Fitting"/>.</param>
    /// <param name="fingerprint">What was looked at; empty if there are further changes to write.</param>
    /// <param name="pendingAudit">What the audit is to be told of the changes.</param>
    /// <param name="before">The examination that was read; null if there was none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="failed">That findings could not be kept; null if all could.</param>
    /// <returns>The examination as it is kept; null if somebody else has changed one of the rows since.</returns>
    /// <exception cref="FindingNotKeptException">The service takes one of the findings never: nothing was written.</exception>
    public async Task<Examination?> TryWriteAsync(
        ProgressAddress claim,
        FindingChanges changes,
        string fingerprint,
        ValueList<AuditEntry> pendingAudit,
        Examination? before,
        CancellationToken cancellationToken,
        FailedExamination? failed = null
    )
    {
        if (
            changes.Findings.FirstOrDefault(finding =>
                FindingRows.ToJson(finding).Length > ChunkedText.MaxCharacters
            ) is
            { } tooLong
        )
        {
            throw new FindingNotKeptException(tooLong.Id);
        }

        var client = await table.GetAsync(cancellationToken);
        var check = FindingRows.ToRow(claim, fingerprint, pendingAudit, failed);
        var actions = changes
            .Added.Select(finding => new TableTransactionAction(
                TableTransactionActionType.Add,
                FindingRows.ToRow(claim.Plan, finding)
            ))
            .Concat(
                changes.Changed.Select(item => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    FindingRows.ToRow(claim.Plan, item.Finding),
                    item.ETag
                ))
            )
            .Append(
                before is not null
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, check, before.ETag)
                    : new TableTransactionAction(TableTransactionActionType.Add, check)
            );
        try
        {
            var answers = (await client.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new Examination(fingerprint, pendingAudit, answers[^1].Headers.ETag!.Value) { Failed = failed };
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return null;
        }
        catch (RequestFailedException error) when (error.Status is 400 or 413 && Refused(changes, error) is { } id)
        {
            throw new FindingNotKeptException(id, error);
        }
    }

    /// <summary>The finding that the service did not take; null if it does not say which one.</summary>
    private static FindingId? Refused(FindingChanges changes, RequestFailedException error)
    {
        var findings = changes.Findings.Select(finding => finding.Id).ToList();
        return error is TableTransactionFailedException { FailedTransactionActionIndex: { } index }
            && index < findings.Count
                ? findings[index]
            : findings.Count == 1 ? findings[0]
            : null;
    }

    /// <summary>Keeps that the audit knows of an examination, if that is still the last one.</summary>
    /// <returns>The examination as it is kept; null if somebody else has changed it since.</returns>
    public async Task<Examination?> TryClearPendingAuditAsync(
        ProgressAddress claim,
        Examination examination,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        try
        {
            var answer = await client.UpdateEntityAsync(
                FindingRows.ToRow(claim, examination.Fingerprint, [], examination.Failed),
                examination.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return examination with { PendingAudit = [], ETag = answer.Headers.ETag!.Value };
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Keeps that a claim could not be examined, if its last examination is still the one that was read.</summary>
    /// <returns>False if the claim has been examined since.</returns>
    public async Task<bool> TrySetFailedAsync(
        ProgressAddress claim,
        FailedExamination failed,
        Examination? before,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var row = FindingRows.ToRow(claim, before?.Fingerprint ?? "", before?.PendingAudit ?? [], failed);
        if (before is null)
        {
            return await table.TryAddAsync(row, cancellationToken);
        }

        try
        {
            await client.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }
}
