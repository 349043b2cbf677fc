using Avance.Functions.Telemetry;

namespace Avance.Functions.Reports;

/// <summary>
/// Notes in the trace of each submission and review that it has come into a report. A run compiles what many have sent: it
/// is no part of one of their traces, but is linked with all of them.
/// </summary>
internal static class CompiledTraces
{
    // What is exported of a span has 128 links at most.
    private const int Most = 100;

    /// <param name="inputs">What the report was made of.</param>
    /// <param name="since">When the run before started, which noted what was sent until then; null if there was none, or it died.</param>
    public static void Note(PlanId plan, ReportInputs inputs, DateTimeOffset? since)
    {
        var latest = inputs
            .Progress.Where(progress => progress.TraceParent is not null && !(progress.At < since))
            .OrderByDescending(progress => progress.At)
            .Take(Most);
        foreach (var progress in latest)
        {
            Traces.Note(
                "compiled into report",
                progress.TraceParent,
                (SpanTags.Plan, plan.ToString()),
                (SpanTags.Period, progress.Period.ToString()),
                (SpanTags.Activity, progress.Activity.ToString())
            );
        }
    }
}
