using System.Globalization;
using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>Lists evaluations and takes what the secretariat writes.</summary>
public sealed class EvaluationHandler(
    PlanCache plans,
    ReportedActivityReader activities,
    ProgressTable progress,
    EvaluationTable table,
    AuditTable audit,
    TimeProvider clock
)
{
    /// <summary>The activities that have a goal in the period's year, by number.</summary>
    public async Task<Result<ValueList<ActivityEvaluation>>> ListAsync(
        PlanId planId,
        Period period,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var plan = found.Plan;
        var written = table.ListAsync(planId, period, cancellationToken);
        var sent = progress.LastSubmissionsAsync(planId, period, cancellationToken);
        var states = new Dictionary<ActivityNumber, ProgressState>();
        await foreach (var status in progress.StatusesAsync(planId, period, cancellationToken))
        {
            states[status.Activity] = status.State;
        }

        var (evaluations, submissions) = (await written, await sent);
        return plan
            .Activities.Where(activity => plan.GoalsOf(activity.Number, period).Any())
            .Select(activity =>
                EvaluationRules.Describe(
                    activity,
                    states.TryGetValue(activity.Number, out var state) ? state : null,
                    submissions.GetValueOrDefault(activity.Number),
                    evaluations.GetValueOrDefault(activity.Number)
                )
            )
            .ToValueList();
    }

    /// <returns>With the number of the latest version, also where that withdrew the evaluation; 0 if there is none.</returns>
    public async Task<Result<(EvaluationView View, int Version)>> FindAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        var sent = progress.FindLastSubmissionAsync(address, cancellationToken);
        var versions = await table.VersionsAsync(address, cancellationToken);
        // Read after the versions: the latest one may be newer than they are, never older.
        var latest = (await table.FindAsync(address, cancellationToken)).Evaluation;
        var view = new EvaluationView(
            address.Activity,
            (await sent)?.Narrative ?? "",
            latest.OrNull(),
            versions.ToValueList()
        );
        return (view, latest.Version);
    }

    /// <summary>
    /// Writes a version. A closed period may be evaluated. The audit entry is written last; a repeated request writes it
    /// again, with the instant stored in the version, so that it is the same entry.
    /// </summary>
    public async Task<Result<Evaluation>> WriteAsync(
        ProgressAddress address,
        int expectedVersion,
        EvaluationRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var subject, out var error))
        {
            return error;
        }

        if (subject.Goals.Count == 0)
        {
            return Error.Conflict("activity-without-goal", address.Activity, address.Period.Year);
        }

        var now = clock.GetUtcNow();
        var sent = await progress.FindLastSubmissionAsync(address, cancellationToken);
        // A write fails only if another version was made: the next round refuses the request, or finds what it asks for.
        while (true)
        {
            var read = await table.FindAsync(address, cancellationToken);
            var decided = EvaluationRules.Write(read.Evaluation, expectedVersion, request, sent?.At, caller, now);
            if (!decided.Succeeded(out var next, out error))
            {
                return error;
            }

            if (next == read.Evaluation || await table.TryWriteAsync(address, read, next, cancellationToken))
            {
                await AuditAsync(address, next, cancellationToken);
                return next;
            }
        }
    }

    private Task AuditAsync(ProgressAddress address, Evaluation evaluation, CancellationToken cancellationToken) =>
        evaluation.Version == 0
            ? Task.CompletedTask
            : audit.AddAsync(
                new AuditEntry(
                    address.Plan,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"evaluate|{address.Period}|{address.Activity.Key}|{evaluation.Version}"
                    ),
                    evaluation.At,
                    evaluation.By,
                    "evaluate",
                    $"{address.Period} {address.Activity}",
                    Details: JsonSerializer.Serialize(new { evaluation.Version }, StoredJson.Options)
                ),
                cancellationToken
            );
}
