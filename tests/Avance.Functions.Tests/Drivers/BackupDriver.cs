using System.IO.Compression;
using Avance.Functions.Access;
using Avance.Functions.Backups;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Drivers;

/// <summary>Takes back-ups and restores them over HTTP, and says what is stored of a plan.</summary>
public static class BackupDriver
{
    private const string National = "national-secretariat";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<byte[]> BackUpAsync(AppDriver app, PlanId? plan = null)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add(DevelopmentSignIn.Header, National);
        return await http.GetByteArrayAsync($"{AppDriver.Plan(plan)}/backup", Cancel);
    }

    /// <summary>Sends the parts of a file; the last part first.</summary>
    public static async Task SendAsync(AppDriver app, Guid id, byte[] file, int parts = 3)
    {
        var size = (file.Length / parts) + 1;
        foreach (var (at, chunk) in file.Chunk(size).Index().Reverse())
        {
            using var content = new ByteArrayContent(chunk);
            var path = $"{AppDriver.Plan()}/restores/{id}/parts/{at + 1}";
            (await app.As(National).SendAsync(HttpMethod.Put, path, content: content)).ShouldBeOk();
        }
    }

    public static Task<Answer> RestoreAsync(AppDriver app, Guid id, int parts = 3) =>
        app.As(National).PostAsync($"{AppDriver.Plan()}/restores/{id}", null, new { parts });

    public static async Task<Answer> RestoreAsync(AppDriver app, byte[] file)
    {
        var id = Guid.NewGuid();
        await SendAsync(app, id, file);
        return await RestoreAsync(app, id);
    }

    /// <summary>Every row and blob of the test plan that a back-up has: rows as lines, blobs with the hash of their content.</summary>
    public static async Task<IReadOnlyList<string>> ContentAsync(string storage)
    {
        var all = new List<string>();
        var rows = new PlanDataTable(new TableServiceClient(storage));
        var scope = new PlanScope(TestPlan.Id);
        foreach (var table in BackupCatalog.Tables)
        {
            foreach (var range in table.Ranges(scope))
            {
                await foreach (var row in rows.ListAsync(table.Name, range, Cancel))
                {
                    scope.Note(table.Name, row);
                    all.Add($"{table.Name} {System.Text.Encoding.UTF8.GetString(row.ToLine())}");
                }
            }
        }

        var blobs = new PlanDataBlobs(new BlobServiceClient(storage));
        foreach (var container in BackupCatalog.Containers)
        {
            await foreach (var blob in blobs.ListAsync(container, TestPlan.Id, Cancel))
            {
                await using var content = await blobs.OpenAsync(container, blob.Name, Cancel);
                var hash = await System.Security.Cryptography.SHA256.HashDataAsync(content!, Cancel);
                var metadata = string.Join(' ', blob.Metadata.Select(pair => $"{pair.Key}={pair.Value}").Order());
                all.Add($"{container} {blob.Name} {blob.ContentType} {metadata} {Convert.ToHexStringLower(hash)}");
            }
        }

        return all;
    }

    /// <summary>The same file with another content of one of its files; null leaves that out.</summary>
    public static byte[] Change(byte[] file, string path, Func<string, string?> change)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(path).ShouldNotBeNull();
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            if (change(text) is { } next)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open());
                writer.Write(next);
            }
        }

        return changed.ToArray();
    }
}
