using System.Globalization;
using Avance.Functions.Reports.Tables;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Reports;

/// <summary>Keeps each report as it was written, as JSON in the blob container <c>reports</c>: <c>PLAN/PERIOD/RUN.json</c>.</summary>
public sealed class ReportSnapshots(BlobServiceClient service)
{
    public const string Container = "reports";

    private const string Extension = ".json";
    private const string ComputedAt = "computedat";

    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/json" };
    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <param name="name">As a run's row has it.</param>
    public async Task<Report> ReadAsync(string name, CancellationToken cancellationToken)
    {
        BlobDownloadResult blob = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return Report.FromJson(blob.Content.ToMemory());
    }

    /// <param name="computedAt">Kept as the blob's metadata: its own time has no fractions of a second.</param>
    /// <returns>The blob's name.</returns>
    public async Task<string> SaveAsync(
        PlanId plan,
        Period period,
        byte[] json,
        string runId,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken
    )
    {
        var name = $"{plan}/{period}/{runId}{Extension}";
        var options = new BlobUploadOptions
        {
            HttpHeaders = Headers,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ComputedAt] = computedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await UploadAsync();
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await UploadAsync();
        }

        return name;

        Task UploadAsync() =>
            container.GetBlobClient(name).UploadAsync(new BinaryData(json), options, cancellationToken);
    }

    /// <summary>The snapshots of a period's report, in no order.</summary>
    public async Task<IReadOnlyList<KeptSnapshot>> ListAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        var prefix = $"{scope.Plan}/{scope.Period}/";
        var found = new List<KeptSnapshot>();
        await foreach (
            var blob in container.GetBlobsAsync(
                BlobTraits.Metadata,
                BlobStates.None,
                prefix,
                cancellationToken: cancellationToken
            )
        )
        {
            // An old snapshot may have no metadata.
            var at = blob.Metadata.TryGetValue(ComputedAt, out var text)
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
                : blob.Properties.LastModified!.Value;
            found.Add(new KeptSnapshot(blob.Name[prefix.Length..^Extension.Length], at));
        }

        return found;
    }

    /// <summary>The report as a run wrote it.</summary>
    public Task<Report> ReadAsync(ReportScope scope, string runId, CancellationToken cancellationToken) =>
        ReadAsync($"{scope.Plan}/{scope.Period}/{runId}{Extension}", cancellationToken);
}
