using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Reports.Exports;

/// <summary>The container <c>exports</c>: each file at <c>PLAN/PERIOD/RUN/ID.ending</c>.</summary>
public sealed class ExportBlobs(BlobServiceClient service)
{
    public const string Container = "exports";

    // Only one block at a time is held in memory.
    private static readonly StorageTransferOptions OneBlock = new()
    {
        InitialTransferSize = 4 * 1_048_576,
        MaximumTransferSize = 4 * 1_048_576,
        MaximumConcurrency = 1,
    };

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <summary>Saves a file over what a run before it may have saved.</summary>
    /// <param name="content">From its beginning.</param>
    /// <returns>The blob's name.</returns>
    public async Task<string> SaveAsync(
        Export export,
        string runId,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var name = $"{export.Plan}/{export.Period}/{runId}/{export.Id:D}{ExportWriter.EndingOf(export.Format)}";
        var options = new BlobUploadOptions
        {
            TransferOptions = OneBlock,
            HttpHeaders = new BlobHttpHeaders { ContentType = ExportWriter.ContentTypeOf(export.Format) },
        };
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        content.Position = 0;
        await container.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
        return name;
    }

    /// <summary>The file, which the caller disposes of; null if there is none.</summary>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
