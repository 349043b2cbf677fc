using System.Text.Json;
using Azure.Storage.Blobs;

namespace Avance.FunctionsHost.TestApp;

internal sealed class BlobFunctions(Calls calls)
{
    public const string Container = "inbox";

    /// <summary>Each blob says itself what its calls are to do.</summary>
    [Function("Blobs")]
    public async Task Blobs(
        [BlobTrigger(Container + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        CancellationToken cancellationToken
    )
    {
        var content = await blob.DownloadContentAsync(cancellationToken);
        await calls.RunAsync(
            JsonSerializer.Deserialize<Instruction>(content.Value.Content, JsonSerializerOptions.Web)!,
            new Dictionary<string, string?> { ["name"] = name, ["etag"] = $"{content.Value.Details.ETag}" },
            cancellationToken
        );
    }
}
