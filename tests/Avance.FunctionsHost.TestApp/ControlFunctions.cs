using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.FunctionsHost.TestApp;

/// <summary>By these a test looks into the app and its storage: it knows nothing but the address.</summary>
internal sealed class ControlFunctions(Calls calls, QueueServiceClient queues, BlobServiceClient blobs)
{
    [Function("Calls")]
    public IResult GetCalls(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "calls/{id}")] HttpRequest request,
        string id
    ) => Results.Json(calls.Of(id));

    [Function("Release")]
    public IResult Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "release/{id}")] HttpRequest request,
        string id
    )
    {
        calls.Release(id);
        return Results.NoContent();
    }

    [Function("ProcessId")]
    public static IResult ProcessId(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "process")] HttpRequest request
    ) => Results.Json(Environment.ProcessId);

    [Function("SendMessage")]
    public async Task<IResult> SendMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "queues/{name}")] HttpRequest request,
        string name
    )
    {
        using var reader = new StreamReader(request.Body);
        await queues.GetQueueClient(name).SendMessageAsync(await reader.ReadToEndAsync());
        return Results.NoContent();
    }

    /// <summary>The messages of a queue that can be seen; none if there is no queue.</summary>
    [Function("PeekMessages")]
    public async Task<IResult> PeekMessages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "queues/{name}")] HttpRequest request,
        string name
    )
    {
        var queue = queues.GetQueueClient(name);
        PeekedMessage[] messages = await queue.ExistsAsync() ? await queue.PeekMessagesAsync(32) : [];
        return Results.Json(messages.Select(message => message.Body.ToString()));
    }

    /// <returns>Its ETag.</returns>
    [Function("PutBlob")]
    public async Task<IResult> PutBlob(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "blobs/{container}/{name}")] HttpRequest request,
        string container,
        string name
    )
    {
        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
        using var reader = new StreamReader(request.Body);
        var written = await blob.UploadAsync(new BinaryData(await reader.ReadToEndAsync()), overwrite: true);
        return Results.Json(new { ETag = $"{written.Value.ETag}", Url = blob.Uri });
    }
}
