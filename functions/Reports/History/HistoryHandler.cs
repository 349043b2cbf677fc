using System.Globalization;
using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.History;

/// <summary>Imports, lists and deletes the figures of closed years.</summary>
public sealed class HistoryHandler(
    PlanCache plans,
    HistoryTable table,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>The imported years, the earliest first.</summary>
    public async Task<Result<ValueList<ImportedYear>>> ListAsync(PlanId planId, CancellationToken cancellationToken) =>
        (await plans.GetAsync(planId, cancellationToken)).Succeeded(out _, out var error)
            ? (await table.ListAsync(planId, cancellationToken)).ToValueList()
            : error;

    /// <summary>
    /// Imports a year or corrects it. The audit entry is written last; a repeated request writes it again, with the
    /// instant stored in the row, so that it is the same entry.
    /// </summary>
    public async Task<Result<ImportedYear>> ImportAsync(
        PlanId planId,
        int year,
        int expectedVersion,
        HistoryRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        var now = clock.GetUtcNow();
        var today = calendar.DayOf(now);
        // A write fails only if another has changed the year: the next round refuses the request, or finds what it asks for.
        while (true)
        {
            var read = await table.FindAsync(planId, year, cancellationToken);
            var decided = HistoryImportRules.Import(
                plan,
                year,
                read?.Year,
                expectedVersion,
                request,
                today,
                caller,
                now
            );
            if (!decided.Succeeded(out var next, out error))
            {
                return error;
            }

            if (next == read?.Year || await table.TryWriteAsync(planId, read, next, cancellationToken))
            {
                await AuditAsync(planId, "importHistory", next, next.By, next.At, cancellationToken);
                return next;
            }
        }
    }

    /// <summary>
    /// Deletes a year; succeeds if there is none. The audit entry is written first, since nothing stays that would tell
    /// of it later.
    /// </summary>
    public async Task<Error?> DeleteAsync(
        PlanId planId,
        int year,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        while (await table.FindAsync(planId, year, cancellationToken) is { } read)
        {
            if (HistoryImportRules.CheckVersion(read.Year, expectedVersion) is { } changed)
            {
                return changed;
            }

            await AuditAsync(planId, "deleteHistory", read.Year, caller.Name, now, cancellationToken);
            if (await table.TryDeleteAsync(planId, read, cancellationToken))
            {
                return null;
            }
        }

        return null;
    }

    private Task AuditAsync(
        PlanId plan,
        string action,
        ImportedYear year,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"{action}|{year.Year}|{year.Version}"),
                at,
                by,
                action,
                HistoryRows.Key(year.Year),
                LegalDocument: year.Source,
                Details: JsonSerializer.Serialize(
                    new
                    {
                        year.Version,
                        year.Programmed,
                        year.FullyExecuted,
                    },
                    StoredJson.Options
                )
            ),
            cancellationToken
        );
}
