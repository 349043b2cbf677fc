using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.App;

public sealed class BlobFunctions(Probe probe)
{
    [Function("BlobText")]
    public Task BlobText([BlobTrigger("inbox/{folder}/{name}.txt")] string text, string folder, string name) =>
        probe.CallAsync($"{folder}|{name}|{text}");

    [Function("BlobStream")]
    public async Task BlobStream([BlobTrigger("%Test:Container%/{name}")] Stream content, string name)
    {
        using var reader = new StreamReader(content);
        await probe.CallAsync($"{name}|{await reader.ReadToEndAsync()}");
    }

    [Function("BlobClient")]
    public async Task Client([BlobTrigger("clients/{name}")] BlobClient blob, FunctionContext context)
    {
        var properties = await blob.GetPropertiesAsync();
        await probe.CallAsync(
            $"{context.BindingContext.BindingData["blobTrigger"]}|{blob.Name}|{properties.Value.ContentLength}"
        );
    }

    [Function("BlobBytes")]
    public Task Bytes([BlobTrigger("bytes")] byte[] content) => probe.CallAsync(content.Length);
}
