using Avance.Functions.Achievements;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Rows;

namespace Avance.Functions.Reports;

/// <summary>Reads what the reports of a plan are made of.</summary>
public sealed class ReportInputReader(
    ProgressTable progress,
    EvidenceTable evidence,
    DocumentSummaryReader summaries,
    FindingsTable findings,
    EvaluationTable evaluations,
    RecommendationReader recommendations,
    HistoryTable history,
    AchievementTable achievements,
    RemindersTable reminders,
    PeriodMails mails
)
{
    private const int AtOnce = 8;

    /// <summary>What the reports of the periods that have opened by then have in common.</summary>
    public async Task<PlanInputs> ReadAsync(Plan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var periods = plan.ReportedPeriods.Where(period => period.StateAt(now) != PeriodState.NotOpen).ToList();
        var sent = new Dictionary<int, IReadOnlyList<SentGoal>>();
        var before = new List<SentGoal>();
        foreach (var year in periods.Select(period => period.Id.Year).Distinct().Order())
        {
            var ofYear = await progress.SentAsync(plan.Id, year, cancellationToken).ToListAsync(cancellationToken);
            sent[year] = plan.CountsEarlierYears ? [.. before, .. ofYear] : ofYear;
            before.AddRange(ofYear);
        }

        var imported = history.ListAsync(plan.Id, cancellationToken);
        var recorded = achievements.ListAsync(plan.Id, cancellationToken);
        var closed = periods.Where(period => period.StateAt(now) == PeriodState.Closed).Select(period => period.Id);
        return new PlanInputs(plan, periods, sent, await imported, await recorded, closed.ToHashSet());
    }

    public async Task<ReportInputs> ReadAsync(PlanInputs common, Period period, CancellationToken cancellationToken)
    {
        var plan = common.Plan;
        var claims = ReadClaimsAsync(plan.Id, period, cancellationToken);
        var files = ReadEvidenceAsync(plan.Id, period, cancellationToken);
        var raised = findings
            .ListAsync(plan.Id, period, cancellationToken)
            .Select(stored => stored.Finding)
            .Where(finding => finding.IsRaised)
            .ToListAsync(cancellationToken)
            .AsTask();
        var sending = ReadMailsAsync(plan, period, cancellationToken);
        var written = evaluations.ListAsync(plan.Id, period, cancellationToken);
        var earlier = ReadEarlierAsync(common, period, cancellationToken);
        await Task.WhenAll(claims, earlier, files, raised, sending, written);
        var recommended = await recommendations.ReadAsync(
            plan,
            common.Results[period],
            await raised,
            EvaluationNote.Of(await written),
            cancellationToken
        );
        return new ReportInputs(common.Sent[period.Year])
        {
            IsClosed = common.Closed.Contains(period),
            Evaluations = await written,
            Recommendations = recommended.Merge(),
            History = HistoryRules.Beside(plan, common.Results, common.Imported, period),
            Achievements = common.Achievements,
            Progress = await claims,
            EarlierProgress = await earlier,
            Evidence = await files,
            Findings = await raised,
            Mails = await sending,
        };
    }

    /// <summary>
    /// What was last sent. A claim that was returned may hold a draft that the unit is still writing: then the version that
    /// it last sent is read.
    /// </summary>
    private async Task<IReadOnlyList<ActivityProgress>> ReadClaimsAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var latest = await progress.LatestAsync(plan, period, cancellationToken);
        var claims = latest.Where(claim => claim.State is not (ProgressState.Draft or ProgressState.Returned)).ToList();
        foreach (var returned in latest.Where(claim => claim.State == ProgressState.Returned))
        {
            var address = new ProgressAddress(plan, period, returned.Activity);
            var versions = await progress.VersionsAsync(address, cancellationToken);
            var sent = versions.LastOrDefault(version =>
                version.State is ProgressState.Submitted or ProgressState.Resubmitted
            );
            if (sent is not null)
            {
                claims.Add(sent);
            }
        }

        return claims;
    }

    /// <summary>What the indicators of a policy say holds until a later period of the year says something else.</summary>
    private async Task<IReadOnlyList<ActivityProgress>> ReadEarlierAsync(
        PlanInputs common,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var claims = new List<ActivityProgress>();
        if (common.Plan.Policy is not null)
        {
            foreach (var one in common.Periods.Select(one => one.Id).Where(one => one.Year == period.Year))
            {
                if (one.CompareTo(period) < 0)
                {
                    claims.AddRange(await ReadClaimsAsync(common.Plan.Id, one, cancellationToken));
                }
            }
        }

        return claims;
    }

    private async Task<IReadOnlyList<ReadFile>> ReadEvidenceAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var stored = await evidence
            .ListAsync(plan, period, cancellationToken)
            .Where(file => file.State != EvidenceState.Withdrawn)
            .ToListAsync(cancellationToken);
        var files = new List<ReadFile>();
        foreach (var some in stored.Chunk(AtOnce))
        {
            files.AddRange(
                await Task.WhenAll(
                    some.Select(async file => new ReadFile(file, await summaries.ReadAsync(file, cancellationToken)))
                )
            );
        }

        return files;
    }

    private async Task<IReadOnlyList<Mail>> ReadMailsAsync(
        Plan plan,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var planned = await reminders.ReadAsync(plan, period, cancellationToken);
        return await mails.ListAsync(plan.Id, period, planned, cancellationToken);
    }
}
