using System.Collections.Frozen;
using System.Diagnostics;

namespace Avance.Functions.Telemetry;

/// <summary>The attributes of spans and metrics.</summary>
public static class SpanTags
{
    public const string Plan = "avance.plan";
    public const string Period = "avance.period";
    public const string Activity = "avance.activity";
    public const string Evidence = "avance.evidence";
    public const string EvidenceState = "avance.evidence.state";
    public const string Documents = "avance.documents";
    public const string Findings = "avance.findings";
    public const string MailStage = "avance.mail.stage";
    public const string MailState = "avance.mail.state";
    public const string Rows = "avance.rows";
    public const string Table = "avance.table";
    public const string Queue = "avance.queue";
    public const string Reason = "avance.reason";
    public const string ErrorType = "error.type";

    /// <summary>What is exported of a span: the app's own attributes, and those of other sources whose values are no text of people.</summary>
    public static FrozenSet<string> Exported { get; } =
        FrozenSet.ToFrozenSet(
            [
                Plan,
                Period,
                Activity,
                Evidence,
                EvidenceState,
                Documents,
                Findings,
                MailStage,
                MailState,
                Rows,
                ErrorType,
                // The worker's own.
                "faas.invocation_id",
                "faas.name",
                "faas.instance",
                "schema.url",
                // Of requests to other services: neither url.full nor anything else of the address but its host.
                "http.request.method",
                "http.response.status_code",
                "server.address",
                "server.port",
            ],
            StringComparer.Ordinal
        );

    /// <summary>Says of which claim a span is; a span may be null.</summary>
    public static Activity? Tag(this Activity? span, ProgressAddress address) =>
        span
            ?.SetTag(Plan, address.Plan.ToString())
            .SetTag(Period, address.Period.ToString())
            .SetTag(Activity, address.Activity.ToString());
}
