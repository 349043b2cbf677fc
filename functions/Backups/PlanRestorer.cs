using System.Text.Json;
using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Storage;

namespace Avance.Functions.Backups;

/// <summary>
/// Writes what is in the file of a back-up. Each step may be repeated: rows of the plan are replaced by the same, rows that
/// others share and blobs are added if they are missing.
/// </summary>
public sealed class PlanRestorer(
    PlanDataTable rows,
    PlanDataBlobs blobs,
    PlansTable plans,
    FormLinkTable links,
    AuditTable audit,
    CompilationQueue compilations
)
{
    private const string Action = "restorePlan";

    /// <summary>The name of a table or container that has something of the plan; null if none has.</summary>
    public async Task<string?> FindAnyAsync(PlanId plan, CancellationToken cancellationToken)
    {
        foreach (var table in BackupCatalog.Tables.Where(table => !table.IsShared))
        {
            foreach (var range in table.Ranges(new PlanScope(plan)))
            {
                if (await rows.HasAnyAsync(table.Name, range with { Where = null }, cancellationToken))
                {
                    return table.Name;
                }
            }
        }

        foreach (var container in BackupCatalog.Containers)
        {
            if (await blobs.ListAsync(container, plan, cancellationToken).AnyAsync(cancellationToken))
            {
                return container;
            }
        }

        return null;
    }

    public async Task RestoreAsync(
        BackupFile file,
        RestoreClaim claim,
        RestoreLease lease,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // The plan is written last. If it is there, so is the rest, and people may have changed it since.
        var plan = new RowRange($"{claim.Plan}", PlanKeys.Plan);
        if (!await rows.HasAnyAsync(PlansTable.Name, plan, cancellationToken))
        {
            await WriteAllAsync(file, claim, lease, caller, cancellationToken);
        }

        // An import that changes nothing takes the mark away.
        if (await plans.FindAsync(claim.Plan, cancellationToken) is { } stored)
        {
            await plans.ImportAsync(stored, stored.Plan, stored.LastChange, cancellationToken);
        }

        await compilations.EnqueueAsync(claim.Plan, cancellationToken);
    }

    private async Task WriteAllAsync(
        BackupFile file,
        RestoreClaim claim,
        RestoreLease lease,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var parts = file.Manifest.Parts;
        var tables = BackupCatalog
            .Tables.Select(table => (table, part: parts.FirstOrDefault(part => part.Table == table.Name)))
            .Where(one => one.part is not null)
            .ToList();
        foreach (var (table, part) in tables.Where(one => one.table.Name != PlansTable.Name))
        {
            await WriteAsync(claim.Plan, table, file.RowsAsync(part!, cancellationToken), lease, cancellationToken);
        }

        foreach (var container in BackupCatalog.Containers)
        {
            foreach (var part in parts.Where(part => part.Blob?.Container == container))
            {
                await lease.KeepAsync(cancellationToken);
                await AddAsync(file, part, cancellationToken);
            }
        }

        // Links that were made before lead nowhere: they may have been revoked since, or be open in the other place.
        await links.RevokeAllAsync(claim.Plan, claim.At, cancellationToken);
        await audit.AddAsync(Entry(file.Manifest, claim, caller), cancellationToken);
        foreach (var (table, part) in tables.Where(one => one.table.Name == PlansTable.Name))
        {
            await WritePlanAsync(claim.Plan, table, file.RowsAsync(part!, cancellationToken), lease, cancellationToken);
        }
    }

    private static bool IsOf(PlanId plan, BackupRow row) =>
        row.PartitionKey == $"{plan}" || row.PartitionKey.StartsWith($"{plan}|", StringComparison.Ordinal);

    private async Task WriteAsync(
        PlanId plan,
        BackedUpTable table,
        IAsyncEnumerable<BackupRow> read,
        RestoreLease lease,
        CancellationToken cancellationToken
    )
    {
        var batch = new RowBatch();
        await foreach (var row in read)
        {
            // What is of a group may be there without the plan.
            if (table.IsShared || !IsOf(plan, row))
            {
                await rows.AddAsync(table.Name, row, cancellationToken);
                continue;
            }

            if (!batch.HasRoomFor(row))
            {
                await lease.KeepAsync(cancellationToken);
                await rows.WriteAsync(table.Name, batch.Take(), cancellationToken);
            }

            batch.Add(row);
        }

        if (batch.Take() is { Count: > 0 } last)
        {
            await rows.WriteAsync(table.Name, last, cancellationToken);
        }
    }

    /// <summary>First what belongs to the plan, then a mark in the list of plans, then the plan.</summary>
    private async Task WritePlanAsync(
        PlanId plan,
        BackedUpTable table,
        IAsyncEnumerable<BackupRow> read,
        RestoreLease lease,
        CancellationToken cancellationToken
    )
    {
        var last = new List<BackupRow>();
        await WriteAsync(
            plan,
            table,
            read.Where(row =>
            {
                var isPlan =
                    row.PartitionKey == PlanKeys.Index
                    || row.RowKey == PlanKeys.Plan
                    || row.RowKey.StartsWith($"{PlanKeys.Plan}|", StringComparison.Ordinal);
                if (isPlan)
                {
                    last.Add(row);
                }

                return !isPlan;
            }),
            lease,
            cancellationToken
        );
        await lease.KeepAsync(cancellationToken);
        var listed = last.Where(row => row.PartitionKey == PlanKeys.Index).ToList();
        foreach (var row in listed)
        {
            var mark = row with { Columns = new() { [PlansTable.Changing] = true } };
            await rows.WriteAsync(table.Name, [mark], cancellationToken);
        }

        await rows.WriteAsync(table.Name, [.. last.Except(listed)], cancellationToken);
    }

    private async Task AddAsync(BackupFile file, BackupPart part, CancellationToken cancellationToken)
    {
        var (container, name) = part.Blob!.Value;
        await using var content = await file.OpenAsync(part, cancellationToken);
        var metadata = part.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal);
        await blobs.AddAsync(container, new StoredBlob(name, part.ContentType, metadata), content, cancellationToken);
    }

    private static AuditEntry Entry(BackupManifest manifest, RestoreClaim claim, Caller caller) =>
        new(
            claim.Plan,
            $"{Action}|{claim.Id:D}",
            claim.At,
            caller.Name,
            Action,
            Details: JsonSerializer.Serialize(
                new
                {
                    manifest.From,
                    manifest.Until,
                    manifest.AppVersion,
                    Rows = manifest.Rows(),
                    Files = manifest.Files(),
                },
                StoredJson.Options
            )
        );
}
