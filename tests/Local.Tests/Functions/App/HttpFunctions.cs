using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.App;

public sealed class HttpFunctions(Probe probe)
{
    [Function("GetItem")]
    public static IActionResult GetItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{code}/{key:guid?}")]
            HttpRequest request,
        int id,
        string code,
        Guid? key,
        FunctionContext context,
        CancellationToken cancellationToken
    ) =>
        new OkObjectResult(
            new
            {
                Id = id,
                Code = code,
                Key = key,
                Query = request.Query["q"].ToString(),
                Cancellable = cancellationToken.CanBeCanceled,
                context.FunctionDefinition.EntryPoint,
                Trigger = context.FunctionDefinition.InputBindings["request"].Type,
                Parameters = context.FunctionDefinition.Parameters.Select(parameter => parameter.Name),
                Bound = context.BindingContext.BindingData["code"],
                SameRequest = ReferenceEquals(request, context.GetHttpContext()?.Request),
            }
        );

    [Function("Named")]
    public static async ValueTask<IResult> Named([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request)
    {
        await Task.Yield();
        return Results.Text(request.Method);
    }

    [Function("Throws")]
    public async Task<IResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await probe.CallAsync(request.Path);
        throw new InvalidOperationException("secret");
    }

    [Function("Slow")]
    public async Task<IActionResult> Slow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        await probe.CallAsync(request.Path, cancellationToken);
        return new ContentResult { Content = "done" };
    }

    [Function("Upload")]
    public static async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        var buffer = new byte[81_920];
        long total = 0;
        while (await request.Body.ReadAsync(buffer) is var read and > 0)
        {
            total += read;
        }

        return Results.Json(total);
    }
}

public sealed class Twins
{
    [Function("Twin")]
    public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        Results.Text(request.Path);

    [Function("Twin")]
    public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        Results.Text(request.Path);
}
