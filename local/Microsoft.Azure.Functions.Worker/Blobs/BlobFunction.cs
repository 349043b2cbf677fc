using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>A function and where its blobs are.</summary>
internal sealed record BlobFunction(DiscoveredFunction Function, BlobTriggerAttribute Trigger, BlobPath Path)
{
    public string Id => $"Host.Functions.{Function.Name}";

    public BlobContainerClient Container(StorageConnections connections) =>
        connections.Blobs(Trigger.Connection).GetBlobContainerClient(Path.Container);
}
