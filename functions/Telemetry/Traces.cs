using System.Diagnostics;

namespace Avance.Functions.Telemetry;

/// <summary>
/// The spans of the app. Its steps are joined by storage: what starts a step leaves its <see cref="Current"/> in the message
/// or row that the step will read, and the step continues that trace. With no exporter there are no spans, and nothing is left.
/// </summary>
public static class Traces
{
    /// <summary>The name of the source of spans.</summary>
    public const string Name = "Avance";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>The W3C <c>traceparent</c> of the span under way; null if there is none that is exported.</summary>
    public static string? Current =>
        Source.HasListeners() && Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } span
            ? span.Id
            : null;

    /// <summary>Starts a step of the work under way. Ends when it is disposed.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);

    /// <summary>
    /// Runs a step in the trace that caused it, linked with the invocation that carries it out. Its function's span
    /// belongs to the host's trace, since the worker starts it before the message is read.
    /// </summary>
    /// <param name="traceParent">What the cause left; null or malformed makes the step a part of the invocation.</param>
    public static async Task<T> ContinueAsync<T>(string name, string? traceParent, Func<Activity?, Task<T>> step)
    {
        using var span = Continue(name, traceParent);
        try
        {
            return await step(span);
        }
        catch (Exception error)
        {
            span?.SetTag(SpanTags.ErrorType, error.GetType().FullName);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    /// <inheritdoc cref="ContinueAsync{T}(string, string?, Func{Activity?, Task{T}})"/>
    public static Task ContinueAsync(string name, string? traceParent, Func<Activity?, Task> step) =>
        ContinueAsync(
            name,
            traceParent,
            async span =>
            {
                await step(span);
                return true;
            }
        );

    /// <summary>The same for a step that is about a claim.</summary>
    public static Task<T> ContinueAsync<T>(
        string name,
        string? traceParent,
        ProgressAddress address,
        Func<Task<T>> step
    ) =>
        ContinueAsync(
            name,
            traceParent,
            span =>
            {
                span.Tag(address);
                return step();
            }
        );

    /// <summary>
    /// Notes in the trace of a cause that a run which serves many has come to it, and links the two both ways.
    /// </summary>
    public static void Note(string name, string? traceParent, params ReadOnlySpan<(string Key, object Value)> tags)
    {
        if (Parse(traceParent) is not { } cause || !Source.HasListeners())
        {
            return;
        }

        Activity.Current?.AddLink(new ActivityLink(cause));
        using var span = Continue(name, traceParent);
        foreach (var (key, value) in tags)
        {
            span?.SetTag(key, value);
        }
    }

    /// <summary>Says something of the span under way; nothing without one.</summary>
    public static void Tag(string key, object value) => Activity.Current?.SetTag(key, value);

    /// <summary>Links the span under way with another cause of it, unless both are of one trace.</summary>
    public static void Link(string? traceParent)
    {
        if (Activity.Current is { } span && Parse(traceParent) is { } cause && cause.TraceId != span.TraceId)
        {
            span.AddLink(new ActivityLink(cause));
        }
    }

    private static Activity? Continue(string name, string? traceParent) =>
        Parse(traceParent) is { } parent
            ? Source.StartActivity(
                ActivityKind.Consumer,
                parent,
                links: Activity.Current is { } run && run.TraceId != parent.TraceId
                    ? [new ActivityLink(run.Context)]
                    : null,
                name: name
            )
            : Source.StartActivity(name, ActivityKind.Consumer);

    private static ActivityContext? Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : null;
}
