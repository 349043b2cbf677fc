using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Avance.Functions.Evidence;
using Avance.Functions.Storage;

namespace Avance.Functions.Backups;

/// <summary>
/// A plan with everything of it as a ZIP, which goes from the storage straight to the caller: of rows one page, of blobs a few
/// megabytes are in memory. Rows are read one table after the other and blobs after them, so that each row of a file has its
/// blob; it is no snapshot of one instant.
/// </summary>
public sealed class PlanBackup(PlanDataTable rows, PlanDataBlobs blobs, TimeProvider clock, PlanId plan)
{
    private const int BufferBytes = 81_920;

    private static readonly string Version =
        typeof(PlanBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "";

    private readonly List<BackupPart> parts = [];

    /// <summary><c>respaldo-psig-2022-2023.zip</c></summary>
    public string FileName => $"respaldo-{plan}.zip";

    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow();
        var archive = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        var scope = new PlanScope(plan);
        foreach (var table in BackupCatalog.Tables)
        {
            await AddAsync(archive, table, scope, cancellationToken);
        }

        foreach (var container in BackupCatalog.Containers)
        {
            await foreach (var blob in blobs.ListAsync(container, plan, cancellationToken))
            {
                await AddAsync(archive, container, blob, cancellationToken);
            }
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            plan,
            Version,
            from,
            clock.GetUtcNow(),
            [.. parts]
        );
        await using (var entry = await OpenAsync(archive, BackupManifest.Name, isCompressed: false, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(entry, manifest, StoredJson.Options, cancellationToken);
        }

        // Ends the archive. After a failure it must not end: what was sent would look whole.
        await archive.DisposeAsync();
    }

    private async Task AddAsync(
        ZipArchive archive,
        BackedUpTable table,
        PlanScope scope,
        CancellationToken cancellationToken
    )
    {
        var path = BackupPart.PathOf(table.Name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, count) = (0L, 0);
        await using var entry = await OpenAsync(archive, path, isCompressed: false, cancellationToken);
        foreach (var range in table.Ranges(scope))
        {
            await foreach (var row in rows.ListAsync(table.Name, range, cancellationToken))
            {
                scope.Note(table.Name, row);
                var line = row.ToLine();
                hash.AppendData(line);
                await entry.WriteAsync(line, cancellationToken);
                (size, count) = (size + line.Length, count + 1);
            }
        }

        parts.Add(new BackupPart(path, size, Convert.ToHexStringLower(hash.GetHashAndReset())) { Rows = count });
    }

    private async Task AddAsync(
        ZipArchive archive,
        string container,
        StoredBlob blob,
        CancellationToken cancellationToken
    )
    {
        await using var content = await blobs.OpenAsync(container, blob.Name, cancellationToken);
        if (content is null)
        {
            return;
        }

        var path = BackupPart.PathOf(container, blob.Name);
        await using var read = new HashingStream(content, long.MaxValue);
        var isCompressed = !blob.Name.EndsWith(".json", StringComparison.Ordinal);
        await using var entry = await OpenAsync(archive, path, isCompressed, cancellationToken);
        await read.CopyToAsync(entry, BufferBytes, cancellationToken);
        parts.Add(
            new BackupPart(path, read.Count, read.Sha256())
            {
                ContentType = blob.ContentType,
                Metadata = blob.Metadata.Count > 0 ? blob.Metadata : null,
            }
        );
    }

    /// <param name="isCompressed">Compressed already, as most files of evidence: doing it again takes long and saves little.</param>
    private static Task<Stream> OpenAsync(
        ZipArchive archive,
        string path,
        bool isCompressed,
        CancellationToken cancellationToken
    ) =>
        archive
            .CreateEntry(path, isCompressed ? CompressionLevel.NoCompression : CompressionLevel.Fastest)
            .OpenAsync(cancellationToken);
}
