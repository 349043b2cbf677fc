namespace Avance.Functions.Evidence;

/// <summary>The message that the Functions host writes for a blob whose function failed five times.</summary>
public sealed record PoisonedBlob(string ContainerName, string BlobName);
