using System.Diagnostics.Metrics;

namespace Avance.Functions.Telemetry;

/// <summary>The metrics of the app, as docs/telemetry.md lists them. Alerts are made of their names.</summary>
public static class AppMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Avance";

    private static readonly Meter Meter = new(Name);

    private static readonly Gauge<double> UnreadAge = Meter.CreateGauge<double>(
        "avance.evidence.unread.age",
        "s",
        "Age of the oldest file of evidence that is not completely read."
    );

    private static readonly Gauge<long> Depth = Meter.CreateGauge<long>(
        "avance.queue.depth",
        "{message}",
        "Messages in a queue, about."
    );

    private static readonly Counter<long> FailedMessages = Meter.CreateCounter<long>(
        "avance.messages.failed",
        "{message}",
        "Messages that failed five times."
    );

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "avance.mails",
        "{mail}",
        "Mails that came into a state."
    );

    private static readonly Counter<long> ReportRows = Meter.CreateCounter<long>(
        "avance.report.rows",
        "{row}",
        "Rows written to the report tables."
    );

    private static readonly Counter<long> ReportsCompiled = Meter.CreateCounter<long>(
        "avance.reports.compiled",
        "{run}",
        "Compilations of a plan that ended well."
    );

    private static readonly Counter<long> SignInsRefused = Meter.CreateCounter<long>(
        "avance.signins.refused",
        "{request}",
        "Requests that were refused for who sent them."
    );

    private static readonly Counter<long> RemindersPlanned = Meter.CreateCounter<long>(
        "avance.reminders.planned",
        "{run}",
        "Runs of the timer of reminders that ended well."
    );

    /// <summary>True if somebody exports how many messages there are: it takes a request a queue.</summary>
    public static bool WantsQueueDepth => Depth.Enabled;

    /// <param name="age">Zero if all is read.</param>
    public static void MeasureUnreadEvidence(TimeSpan age) => UnreadAge.Record(age.TotalSeconds);

    public static void MeasureQueue(string queue, long messages) =>
        Depth.Record(messages, new KeyValuePair<string, object?>(SpanTags.Queue, queue));

    /// <param name="queue">The poison queue.</param>
    public static void CountFailedMessage(string queue) =>
        FailedMessages.Add(1, new KeyValuePair<string, object?>(SpanTags.Queue, queue));

    /// <param name="state">The name of the state that the mail came into, in small letters.</param>
    public static void CountMail(string state) =>
        Mails.Add(1, new KeyValuePair<string, object?>(SpanTags.MailState, state));

    public static void CountReportRows(string table, int rows) =>
        ReportRows.Add(rows, new KeyValuePair<string, object?>(SpanTags.Table, table));

    public static void CountCompilation() => ReportsCompiled.Add(1);

    /// <param name="reason">The code of the answer's problem.</param>
    public static void CountRefusedSignIn(string reason) =>
        SignInsRefused.Add(1, new KeyValuePair<string, object?>(SpanTags.Reason, reason));

    public static void CountReminderRun() => RemindersPlanned.Add(1);
}
