using Microsoft.AspNetCore.Http.Features;

namespace Avance.FunctionsHost.TestApp;

internal sealed class HttpFunctions(Calls calls)
{
    private const int FirstPart = 1_048_576;

    /// <summary>Tells what arrived.</summary>
    [Function("Echo")]
    public static async Task<IResult> Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "Echo/{word}")] HttpRequest request,
        string word,
        FunctionContext context
    )
    {
        var length = await CountAsync(request.Body, () => { });
        return Results.Json(
            new
            {
                request.Method,
                Word = word,
                Path = request.Path.Value,
                Query = request.QueryString.Value,
                Origin = $"{request.Scheme}://{request.Host}",
                Client = $"{request.HttpContext.Connection.RemoteIpAddress}",
                Headers = request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
                Length = length,
                Trace = context.TraceContext.TraceParent,
            }
        );
    }

    [Function("NoRoute")]
    public static IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) =>
        Results.Text("no route");

    /// <summary>Takes what the functions beside it do not.</summary>
    [Function("CatchAll")]
    public static IResult CatchAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request
    ) => Results.Text("catch-all");

    /// <summary>
    /// Counts a body. A call of the id tells when its first bytes were there, and the id is released when the last one was.
    /// </summary>
    [Function("Upload")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads/{id}")] HttpRequest request,
        string id
    )
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = CountAsync(request.Body, () => first.TrySetResult());
        await Task.WhenAny(first.Task, reading);
        await calls.RunAsync(new Instruction(id), new Dictionary<string, string?>(), CancellationToken.None);
        var length = await reading;
        calls.Release(id);
        return Results.Json(length);
    }

    /// <summary>Answers before it has read the body, or after a part of it.</summary>
    [Function("Refuse")]
    public static async Task<IResult> Refuse(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "refuse/{when}")] HttpRequest request,
        string when
    )
    {
        if (when == "over-limit")
        {
            request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = FirstPart;
        }

        try
        {
            if (when != "at-once")
            {
                await request.Body.ReadExactlyAsync(new byte[2 * FirstPart]);
            }
        }
        catch (BadHttpRequestException)
        {
            // Over the limit.
        }

        return Results.Text("too large", statusCode: StatusCodes.Status413PayloadTooLarge);
    }

    [Function("Throws")]
    public static IResult Throws(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "throws")] HttpRequest request
    ) => throw new InvalidOperationException("a secret of the app");

    /// <summary>Waits until its id is released, and answers then; the beginning of its answer is there before.</summary>
    [Function("Waits")]
    public async Task Waits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    )
    {
        await request.HttpContext.Response.WriteAsync("begun", cancellationToken);
        await request.HttpContext.Response.Body.FlushAsync(cancellationToken);
        await calls.RunAsync(new Instruction(id, Waits: true), new Dictionary<string, string?>(), cancellationToken);
        await request.HttpContext.Response.WriteAsync(" ended", cancellationToken);
    }

    private static async Task<long> CountAsync(Stream body, Action begun)
    {
        var buffer = new byte[65_536];
        var length = 0L;
        while (await body.ReadAsync(buffer) is var read and > 0)
        {
            length += read;
            begun();
        }

        return length;
    }
}
