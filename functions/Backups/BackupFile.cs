using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Avance.Functions.Evidence;
using Avance.Functions.Http;
using Avance.Functions.Storage;

namespace Avance.Functions.Backups;

/// <summary>The file of a back-up, opened to be restored.</summary>
public sealed class BackupFile : IAsyncDisposable
{
    private readonly ZipArchive archive;

    private BackupFile(ZipArchive archive, BackupManifest manifest)
    {
        this.archive = archive;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <param name="plan">The plan that is to be restored.</param>
    public static async Task<Result<BackupFile>> OpenAsync(
        Stream content,
        PlanId plan,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var zip = await ZipArchive.CreateAsync(
                content,
                ZipArchiveMode.Read,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellationToken
            );
            if (zip.GetEntry(BackupManifest.Name) is { } entry)
            {
                await using var json = await entry.OpenAsync(cancellationToken);
                var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(
                    json,
                    StoredJson.Options,
                    cancellationToken
                );
                return Check(manifest!, plan) is { } error ? error : new BackupFile(zip, manifest!);
            }
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            // Not a back-up.
        }

        return new Error("backup-unreadable", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Reads all of it once: every part is there as the manifest says, and belongs to the plan.</summary>
    public async Task<Error?> CheckAsync(CancellationToken cancellationToken)
    {
        var scope = new PlanScope(Manifest.Plan);
        foreach (var part in Manifest.Parts)
        {
            if (!await IsWholeAsync(part, cancellationToken))
            {
                return new Error("backup-damaged", StatusCodes.Status422UnprocessableEntity, null, part.Path);
            }

            if (!await IsOfPlanAsync(part, scope, cancellationToken))
            {
                return new Error("backup-foreign-part", StatusCodes.Status422UnprocessableEntity, null, part.Path);
            }
        }

        return null;
    }

    /// <summary>The rows of a table.</summary>
    public async IAsyncEnumerable<BackupRow> RowsAsync(
        BackupPart part,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var content = await OpenAsync(part, cancellationToken);
        using var lines = new StreamReader(content, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return BackupRow.Parse(line);
        }
    }

    public Task<Stream> OpenAsync(BackupPart part, CancellationToken cancellationToken) =>
        archive.GetEntry(part.Path)!.OpenAsync(cancellationToken);

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    private static Error? Check(BackupManifest manifest, PlanId plan) =>
        manifest.FormatVersion is < 1 or > BackupManifest.CurrentFormat
            ? new Error(
                "backup-format",
                StatusCodes.Status422UnprocessableEntity,
                null,
                manifest.FormatVersion,
                BackupManifest.CurrentFormat
            )
        : manifest.Plan != plan
            ? new Error("backup-of-another-plan", StatusCodes.Status422UnprocessableEntity, null, manifest.Plan, plan)
        : null;

    private async Task<bool> IsWholeAsync(BackupPart part, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(part.Path) is not { } entry || entry.Length != part.Size)
        {
            return false;
        }

        try
        {
            await using var stored = await entry.OpenAsync(cancellationToken);
            await using var content = new HashingStream(stored, part.Size);
            await content.CopyToAsync(Stream.Null, cancellationToken);
            return content.Sha256() == part.Sha256;
        }
        catch (Exception error) when (error is InvalidDataException or FileTooLargeException)
        {
            return false;
        }
    }

    private async Task<bool> IsOfPlanAsync(BackupPart part, PlanScope scope, CancellationToken cancellationToken)
    {
        if (part.Blob is var (container, name))
        {
            return BackupCatalog.Containers.Contains(container, StringComparer.Ordinal)
                && name.StartsWith(PlanDataBlobs.FolderOf(Manifest.Plan), StringComparison.Ordinal);
        }

        if (part.Table is not { } named || BackupCatalog.FindTable(named) is not { } table)
        {
            return false;
        }

        try
        {
            await foreach (var row in RowsAsync(part, cancellationToken))
            {
                // Of a type that is unknown nothing must be found out half-way.
                BackupColumns.ToEntity(row);
                scope.Note(named, row);
                if (!table.Ranges(scope).Any(range => range.Includes(row)))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
