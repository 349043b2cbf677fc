using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Findings;

/// <summary>
/// The table <c>findings</c>: partition plan id, a row a finding (<c>2023-II|034|code|digest</c>) and, for each claim
/// that was examined, a row <c>check|2023-II|034</c> with the fingerprint of its inputs, the pending audit entries, and
/// when it last failed.
/// </summary>
public sealed class FindingsTable(TableServiceClient service)
{
    public const string Name = "findings";

    /// <summary>How many findings change at once: a transaction has 100 rows, and one is the examination's own.</summary>
    public const int MaxChanges = 99;

    /// <summary>
    /// Characters of the findings that change at once, unless it is one: a transaction has 4 MiB, and as it is sent a
    /// character may take six bytes.
    /// </summary>
    private const int MaxCharacters = 500_000;

    private readonly LazyTable table = new(service, Name);

    /// <summary>The findings of a claim, including those no longer raised.</summary>
    public IAsyncEnumerable<StoredFinding> ListAsync(ProgressAddress claim, CancellationToken cancellationToken) =>
        table
            .ListByPrefixAsync(claim.Plan.ToString(), $"{claim.Period}|{claim.Activity.Key}", cancellationToken)
            .Select(FindingRows.ToStored);

    /// <summary>The findings of a period, by activity and code, including those no longer raised.</summary>
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
        await table.FindAsync(claim.Plan.ToString(), FindingRows.ExaminationKey(claim), cancellationToken) is { } row
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

    /// <summary>The fingerprints of the claims of a period; empty while audit entries are pending.</summary>
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
    /// Clears the fingerprint of a claim because a claim that shares documents with it has changed. Even if the message
    /// that asks for its examination is lost, the next sweep asks again.
    /// </summary>
    public async Task ClearFingerprintAsync(ProgressAddress claim, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var examinationRow = new TableEntity(claim.Plan.ToString(), FindingRows.ExaminationKey(claim))
        {
            ["Stamp"] = "",
        };
        // Merging keeps the pending audit entries.
        await client.UpsertEntityAsync(examinationRow, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>The first of some changes, as many as one transaction takes.</summary>
    public static FindingChanges FirstBatch(FindingChanges changes)
    {
        var (count, characters) = (0, 0);
        foreach (var finding in changes.Findings.Take(MaxChanges))
        {
            characters += FindingRows.ToJson(finding).Length;
            if (count > 0 && characters > MaxCharacters)
            {
                break;
            }

            count++;
        }

        return changes.First(count);
    }

    /// <summary>Writes the changes of an examination, its fingerprint and its audit entries: all or nothing.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="changes">As many as <see cref="FirstBatch"/> gives.</param>
    /// <param name="fingerprint">Of the inputs; empty if there are further changes to write.</param>
    /// <param name="before">The examination that was read; null if there was none.</param>
    /// <param name="failed">That findings could not be stored; null if all could.</param>
    /// <returns>The examination as it is stored; null if another run has changed one of the rows since.</returns>
    /// <exception cref="FindingTooLargeException">One of the findings is too large: nothing was written.</exception>
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
            throw new FindingTooLargeException(tooLong.Id);
        }

        using var span = Traces
            .Start("store findings")
            ?.SetTag(SpanTags.Findings, changes.Findings.Count(one => one.IsRaised));
        var client = await table.GetAsync(cancellationToken);
        var examinationRow = FindingRows.ToRow(claim, fingerprint, pendingAudit, failed);
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
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, examinationRow, before.ETag)
                    : new TableTransactionAction(TableTransactionActionType.Add, examinationRow)
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
        catch (RequestFailedException error)
            when (error.Status is 400 or 413 && TooLargeFinding(changes, error) is { } id)
        {
            throw new FindingTooLargeException(id, error);
        }
    }

    /// <summary>The finding that the service did not take; null if it does not say which one.</summary>
    private static FindingId? TooLargeFinding(FindingChanges changes, RequestFailedException error)
    {
        var findings = changes.Findings.Select(finding => finding.Id).ToList();
        return error is TableTransactionFailedException { FailedTransactionActionIndex: { } index }
            && index < findings.Count
                ? findings[index]
            : findings.Count == 1 ? findings[0]
            : null;
    }

    /// <summary>Removes the pending audit entries of an examination, if it is still the last one.</summary>
    /// <returns>The examination as it is stored; null if another run has changed it since.</returns>
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

    /// <summary>
    /// Stores that a claim could not be examined, if its last examination is still the one that was read.
    /// </summary>
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
