using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Reports.Exports;

/// <summary>
/// The container <c>report-templates</c>: the Word document whose letterhead and styles the reports of a plan take, at
/// <c>PLAN/template.docx</c>.
/// </summary>
public sealed class ReportTemplates(BlobServiceClient service)
{
    public const string Container = "report-templates";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <summary>The document; null if the plan has none.</summary>
    public async Task<BinaryData?> FindAsync(PlanId plan, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(plan).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public async Task SaveAsync(PlanId plan, byte[] content, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = ContentType } };
        await Blob(plan).UploadAsync(new BinaryData(content), options, cancellationToken);
    }

    public Task DeleteAsync(PlanId plan, CancellationToken cancellationToken) =>
        Blob(plan).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(PlanId plan) => container.GetBlobClient($"{plan}/template.docx");
}
