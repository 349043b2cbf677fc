using Avance.Functions.Storage;

namespace Avance.Functions.Evidence;

/// <summary>Notes who sent a file of evidence or took it back, who looked at it or at what was read of it, and who had it read again. The file's name stays out: it may name people.</summary>
public sealed class EvidenceAudit(AuditTable table, TimeProvider clock)
{
    /// <summary>A file has been taken. Repeating the upload notes nothing more.</summary>
    public Task SentAsync(StoredEvidence file, CancellationToken cancellationToken) =>
        AddAsync(
            file.Address,
            file.Id,
            $"send-evidence|{file.Id}",
            file.At,
            file.By,
            "sendEvidence",
            cancellationToken
        );

    /// <summary>A file has been taken back. Repeating that notes nothing more.</summary>
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

    /// <summary>A file is about to be given to somebody: who cannot be noted does not get it.</summary>
    public Task ViewedAsync(
        ProgressAddress address,
        EvidenceId id,
        Caller caller,
        CancellationToken cancellationToken
    ) => NoteViewAsync(address, id, caller, "viewEvidence", cancellationToken);

    /// <summary>What was read of a file is about to be given to somebody.</summary>
    public Task FactsViewedAsync(
        ProgressAddress address,
        EvidenceId id,
        Caller caller,
        CancellationToken cancellationToken
    ) => NoteViewAsync(address, id, caller, "viewEvidenceFacts", cancellationToken);

    /// <summary>
    /// What was read of all files of an activity is about to be given to somebody. Pages ask again and again: it is noted
    /// once an hour for each caller, at its first instant.
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

    /// <summary>Somebody has the evidence of a period read again.</summary>
    public Task RereadingAskedAsync(PlanId plan, Period period, Caller caller, CancellationToken cancellationToken) =>
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

    private Task NoteViewAsync(
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
