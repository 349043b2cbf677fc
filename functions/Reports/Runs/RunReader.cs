using Avance.Functions.Http;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Runs;

/// <summary>Says which runs wrote the report of a period, and what changed between two of them.</summary>
public sealed class RunReader(ReportWriter writer, ReportSnapshots snapshots, BusinessCalendar calendar)
{
    /// <summary>The runs, the newest first.</summary>
    /// <returns>An error if no report of the period was compiled.</returns>
    public async Task<Result<ValueList<ReportRun>>> ListAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        if (await writer.FindRunAsync(scope, cancellationToken) is not { } current)
        {
            return Error.NotFound("report-unknown", $"{scope.Plan}, {scope.Period}");
        }

        return (await snapshots.ListAsync(scope, cancellationToken))
            .Select(kept => new ReportRun(kept.RunId, calendar.ToLocal(kept.At), kept.RunId == current.RunId))
            .OrderByDescending(run => run.At)
            .ThenByDescending(run => run.IsCurrent)
            .ThenBy(run => run.RunId, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <param name="since">The run to compare with; null for the one before.</param>
    public async Task<Result<RunChanges>> FindChangesAsync(
        ReportScope scope,
        string runId,
        string? since,
        CancellationToken cancellationToken
    )
    {
        if (!(await ListAsync(scope, cancellationToken)).Succeeded(out var runs, out var error))
        {
            return error;
        }

        var run = runs.FirstOrDefault(one => one.RunId == runId);
        var before = since is null
            ? runs.SkipWhile(one => one.RunId != runId).Skip(1).FirstOrDefault()
            : runs.FirstOrDefault(one => one.RunId == since);
        if (run is null || (since is not null && before is null))
        {
            return Error.NotFound("run-unknown", run is null ? runId : since);
        }

        if (before is null)
        {
            return new RunChanges(run, null, []);
        }

        var reports = await Task.WhenAll(
            snapshots.ReadAsync(scope, before.RunId, cancellationToken),
            snapshots.ReadAsync(scope, run.RunId, cancellationToken)
        );
        return new RunChanges(run, before, ReportChanges.Between(reports[0], reports[1]));
    }
}
