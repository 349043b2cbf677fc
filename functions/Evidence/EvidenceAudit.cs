using Avance.Functions.Storage;

namespace Avance.Functions.Evidence;

/// <summary>Records in the audit who uploaded, withdrew, opened or reread a file of evidence, and who opened its facts. The file's name is left out, since it may name people.</summary>
public sealed class EvidenceAudit(AuditTable table, TimeProvider clock)
{
    /// <summary>Records an upload. A repeated upload adds no entry.</summary>
    public Task UploadedAsync(StoredEvidence file, CancellationToken cancellationToken) =>
        AddAsync(
            file.Address,
            file.Id,
            $"send-evidence|{file.Id}",
            file.At,
            file.By,
            "sendEvidence",
            cancellationToken
        );

    /// <summary>Records a withdrawal. Repeating it adds no entry.</summary>
    public Task WithdrawnAsync(StoredEvidence file, Caller caller, CancellationToken cancellationToken) =>
        AddAsync(
            file.Address,
            file.Id,
            $"withdrawEvidence|{file.Id}",
            file.WithdrawnAt!.Value,
            caller.Name,
            "withdrawEvidence",
            cancellationToken
        );

    /// <summary>Records that a caller opens a file. It comes first: if it fails, the caller does not get the file.</summary>
    public Task ViewedAsync(
        ProgressAddress address,
        EvidenceId id,
        Caller caller,
        CancellationToken cancellationToken
    ) => AddViewAsync(address, id, caller, "viewEvidence", cancellationToken);

    /// <summary>Records that a caller opens the facts of a file.</summary>
    public Task FactsViewedAsync(
        ProgressAddress address,
        EvidenceId id,
        Caller caller,
        CancellationToken cancellationToken
    ) => AddViewAsync(address, id, caller, "viewEvidenceFacts", cancellationToken);

    /// <summary>
    /// Records that a caller opens the facts of all files of an activity. Pages poll them, so that there is one entry an hour
    /// for each caller, at the hour's first instant.
    /// </summary>
    public Task ListViewedAsync(ProgressAddress address, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = new AuditEntry(
            address.Plan,
            $"listEvidenceFacts|{address.Period}|{address.Activity}|{caller.Name}",
            now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)),
            caller.Name,
            "listEvidenceFacts",
            $"{address.Period} {address.Activity}"
        );
        return table.AddAsync(entry, cancellationToken);
    }

    /// <summary>Records a request to reread the evidence of a period.</summary>
    public Task RereadRequestedAsync(PlanId plan, Period period, Caller caller, CancellationToken cancellationToken) =>
        table.AddAsync(
            new AuditEntry(
                plan,
                $"rereadEvidence|{period}",
                clock.GetUtcNow(),
                caller.Name,
                "rereadEvidence",
                $"{period}"
            ),
            cancellationToken
        );

    private Task AddViewAsync(
        ProgressAddress address,
        EvidenceId id,
        Caller caller,
        string action,
        CancellationToken cancellationToken
    ) =>
        AddAsync(
            address,
            id,
            $"{action}|{Guid.NewGuid():N}",
            clock.GetUtcNow(),
            caller.Name,
            action,
            cancellationToken
        );

    private Task AddAsync(
        ProgressAddress address,
        EvidenceId id,
        string entryId,
        DateTimeOffset at,
        string by,
        string action,
        CancellationToken cancellationToken
    ) =>
        table.AddAsync(
            new AuditEntry(address.Plan, entryId, at, by, action, $"{address.Period} {address.Activity} {id}"),
            cancellationToken
        );
}
