using System.Text.Json.Serialization;

namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>What the host tells itself of a blob, and what it puts into the poison queue after too many tries.</summary>
internal sealed record BlobTriggerMessage(
    string Type,
    string FunctionId,
    string BlobType,
    string ContainerName,
    string BlobName,
    string ETag
)
{
    public const string Trigger = "BlobTrigger";
}

[JsonSerializable(typeof(BlobTriggerMessage))]
internal sealed partial class BlobJson : JsonSerializerContext;
