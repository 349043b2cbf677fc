using System.Diagnostics;
using OpenTelemetry;

namespace Avance.Functions.Telemetry;

/// <summary>
/// Takes from each span what is not on the list of <see cref="SpanTags.Exported"/>: addresses hold keys of rows and queries,
/// and the messages of exceptions may hold what people wrote. Stands before the exporters.
/// </summary>
public sealed class SpanFilter : BaseProcessor<Activity>
{
    private const string OfRequests = "System.Net.Http";

    // A report takes hundreds of requests to the storage. Those that went well and fast tell nothing.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == OfRequests && data.Duration < Slow && !HasFailed(data))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        var others = data.TagObjects.Where(tag => !SpanTags.Exported.Contains(tag.Key)).Select(tag => tag.Key).ToList();
        foreach (var other in others)
        {
            data.SetTag(other, null);
        }

        // The client's own text: https://www.w3.org/TR/trace-context/#tracestate-header
        data.TraceStateString = null;
        if (data.Status == ActivityStatusCode.Error)
        {
            data.SetStatus(ActivityStatusCode.Error);
        }
    }

    // 404, 409 and 412 are answers that the app asks for: whether there is a row, and whether it has changed.
    private static bool HasFailed(Activity request) =>
        request.GetTagItem("http.response.status_code") is not int status || status is >= 500 or 401 or 403 or 429;
}
