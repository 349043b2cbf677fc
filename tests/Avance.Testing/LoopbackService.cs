using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Avance.Testing;

/// <summary>
/// A service that an HTTP client under test talks to: a real endpoint on a free port of the loopback address, which
/// notes each request and answers as the test says.
/// </summary>
public sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<LoopbackRequest> requests = new();

    private LoopbackService(WebApplication app) => this.app = app;

    /// <summary>Scheme, host and port, with a slash at the end.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What arrived so far, in order of arrival.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <param name="answer">Is called for each request, for several at once if the client sends them so.</param>
    public static async Task<LoopbackService> StartAsync(Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var service = new LoopbackService(web);
        web.Run(context => service.AnswerAsync(context, answer));
        await web.StartAsync();
        return service;
    }

    /// <summary>Answers the requests in turn, and every further one with the last answer.</summary>
    public static Task<LoopbackService> StartAsync(params LoopbackAnswer[] answers)
    {
        var next = -1;
        return StartAsync(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new LoopbackRequest(
            context.Request.Method,
            context.Request.Path.Value ?? "",
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(
                pair => pair.Key,
                pair => pair.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            body.ToArray()
        );
        requests.Enqueue(request);
        var reply = answer(request);
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Body is not null)
        {
            context.Response.ContentType = reply.ContentType;
            await context.Response.WriteAsync(reply.Body, context.RequestAborted);
        }
    }
}
