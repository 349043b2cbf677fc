using System.Collections.Frozen;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Avance.Functions.Telemetry;

/// <summary>
/// Exports of each line its template and the values of known names: counts, codes and identifiers. An exception keeps its types
/// and where it was thrown; its message may hold what people wrote.
/// </summary>
public sealed class LogFilter : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    /// <summary>The names in templates of lines whose values are exported.</summary>
    public static FrozenSet<string> Exported { get; } =
        FrozenSet.ToFrozenSet(
            [
                "Activity",
                "Added",
                "Asked",
                "Bytes",
                "Changed",
                "Code",
                "Documents",
                "Events",
                "Failed",
                "Finding",
                "Format",
                "Function",
                "Group",
                "Id",
                "InvocationId",
                "Kind",
                "Made",
                "Mail",
                "Mails",
                "Message",
                "NotBefore",
                "Open",
                "Period",
                "Periods",
                "Plan",
                "Plans",
                "Queue",
                "Raised",
                "Read",
                "Revision",
                "Rows",
                "RunId",
                "Sent",
                "Size",
                "State",
                "Unchanged",
                "Version",
                "Written",
            ],
            StringComparer.Ordinal
        );

    public override void OnEnd(LogRecord data)
    {
        var values = data.Attributes ?? [];
        data.Body = values.FirstOrDefault(value => value.Key == Template).Value as string ?? "";
        data.FormattedMessage = null;
        data.TraceState = null;
        var exported = values.Where(value => Exported.Contains(value.Key));
        if (data.Exception is { } error)
        {
            exported = exported.Concat(Describe(error));
            data.Exception = null;
        }

        data.Attributes = [.. exported];
    }

    private static IEnumerable<KeyValuePair<string, object?>> Describe(Exception error)
    {
        var chain = new List<Exception>();
        for (Exception? one = error; one is not null; one = one.InnerException)
        {
            chain.Add(one);
        }

        yield return new("exception.type", string.Join(" < ", chain.Select(one => one.GetType().FullName)));
        yield return new("exception.stacktrace", string.Join("\n", chain.Select(one => one.StackTrace)));
        if (chain.OfType<Azure.RequestFailedException>().FirstOrDefault() is { } refused)
        {
            yield return new("http.response.status_code", refused.Status);
            yield return new(SpanTags.ErrorType, refused.ErrorCode);
        }
    }
}
