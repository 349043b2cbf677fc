using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Backups;
using Avance.Functions.Reports;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.House;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Storage;

/// <summary>
/// <c>Golden/plan-of-….zip</c> is the whole storage of a plan as the app of that day left it. It is never rewritten: before a
/// change of what is stored, <see cref="Snapshot_OfToday_IsWritten"/> makes another one.
/// </summary>
public sealed class UpgradeTests(AzuriteFixture azurite)
{
    private const string Folder = "tests/Avance.Functions.Tests/Storage/Golden";
    private static readonly DateTimeOffset Later = DateTimeOffset.Parse("2024-01-20T15:00:00Z");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Snapshots =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.File(Folder), "plan-of-*.zip")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>An upgrade: nothing is migrated, the present code reads what is there.</summary>
    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Storage_OfAnEarlierVersion_IsReadAndCompiledToTheSameReport(string file)
    {
        var storage = azurite.NewAccount();
        await using var app = await AppDriver.StartAsync(storage, Later);
        var snapshot = await File.ReadAllBytesAsync(RepositoryRoot.File($"{Folder}/{file}"), Cancel);

        (await BackupDriver.RestoreAsync(app, snapshot)).ShouldBeOk();

        (await FiguresAsync(app, storage)).ShouldBe(FiguresOf(snapshot));
        await ReadAllAsync(app);
    }

    /// <summary>
    /// A rollback: the version before reads what a later one wrote. Its rules are those of the present readers, so that what
    /// these do not know yet stands for what that one did not know.
    /// </summary>
    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Storage_OfALaterVersion_IsReadAndCompiledToTheSameReport(string file)
    {
        var storage = azurite.NewAccount();
        await using var app = await AppDriver.StartAsync(storage, Later);
        var snapshot = await File.ReadAllBytesAsync(RepositoryRoot.File($"{Folder}/{file}"), Cancel);

        (await AddAsLaterAsync(storage, snapshot)).ShouldBeGreaterThan(50);

        (await FiguresAsync(app, storage)).ShouldBe(FiguresOf(snapshot));
        await ReadAllAsync(app);
    }

    [Fact(Explicit = true)]
    public async Task Snapshot_OfToday_IsWritten()
    {
        var storage = azurite.NewAccount();
        await StoredScenario.RunAsync(storage);
        await using var app = await AppDriver.StartAsync(storage, Later);
        var file = $"{Folder}/plan-of-{TimeProvider.System.GetUtcNow():yyyy-MM-dd}.zip";

        await File.WriteAllBytesAsync(RepositoryRoot.File(file), await BackupDriver.BackUpAsync(app), Cancel);

        Snapshots.Count.ShouldBePositive();
    }

    /// <summary>Each address that only reads, as the plan's secretariat and as the national one.</summary>
    private static async Task ReadAllAsync(AppDriver app)
    {
        var paths = HttpFunction
            .All.Where(function =>
                function.Method == "GET" && function.Route.StartsWith("api/", StringComparison.Ordinal)
            )
            .Select(function => function.Path.Replace("/activities/34", "/activities/22", StringComparison.Ordinal))
            .Where(path => !path.Contains('{'))
            .ToList();
        paths.Count.ShouldBeGreaterThan(25);
        var refused = new List<string>();
        foreach (var path in paths)
        {
            foreach (var caller in new[] { app.Secretariat(), app.As("national-secretariat") })
            {
                var answer = await caller.GetAsync(path);
                if (answer.Status >= 500)
                {
                    refused.Add($"{path}: {answer}");
                }
            }
        }

        refused.ShouldBeEmpty();
        foreach (
            var path in new[]
            {
                "",
                "/activities",
                "/amendments",
                "/group",
                "/group/sessions",
                "/members",
                "/links",
                "/achievements",
                "/history",
                "/periods/2023-II/activities/22/progress/versions",
                "/periods/2023-II/activities/22/evidence",
                "/periods/2023-II/findings",
                "/periods/2023-II/reminders",
                "/periods/2023-II/recommendations",
                "/periods/2023-II/evaluations",
                "/reports/2023-II/texts",
                "/reports/2023-II/exports",
                "/reports/2023-II/runs",
            }
        )
        {
            (await app.Secretariat().GetAsync($"{AppDriver.Plan()}{path}"))
                .ShouldBeOk()
                .Text.Length.ShouldBeGreaterThan(2, path);
        }
    }

    private static async Task<List<string>> FiguresAsync(AppDriver app, string storage)
    {
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "upgraded", Cancel)).Error.ShouldBeNull();
        var blob = new BlobServiceClient(storage)
            .GetBlobContainerClient(ReportSnapshots.Container)
            .GetBlobClient($"{TestPlan.Id}/2023-II/upgraded.json");
        return FiguresOf((await blob.DownloadContentAsync(Cancel)).Value.Content.ToString());
    }

    /// <summary>Those of the last report that the version of then compiled.</summary>
    private static List<string> FiguresOf(byte[] snapshot)
    {
        using var archive = new ZipArchive(new MemoryStream(snapshot));
        var report = archive
            .Entries.Where(entry =>
                entry.FullName.StartsWith($"blobs/reports/{TestPlan.Id}/2023-II/", StringComparison.Ordinal)
            )
            .Select(Read)
            .MaxBy(text => (string)JsonNode.Parse(text)!["plan"]!["computedAt"]!);
        return FiguresOf(report.ShouldNotBeNull());
    }

    /// <summary>What units executed, and their percents.</summary>
    private static List<string> FiguresOf(string report)
    {
        var json = JsonNode.Parse(report)!;
        var figures = json["goals"]!
            .AsArray()
            .Concat(json["units"]!.AsArray())
            .Select(row => $"{row!["activity"]} {row["unit"]} {row["percent"]} {row["compliance"]} {row["executed"]}")
            .ToList();
        figures.Count.ShouldBeGreaterThan(3);
        return figures;
    }

    /// <summary>Stores rows with a column, and JSON with a member, that the present code does not know.</summary>
    /// <returns>How many there were.</returns>
    private static async Task<int> AddAsLaterAsync(string storage, byte[] snapshot)
    {
        using var archive = new ZipArchive(new MemoryStream(snapshot));
        var manifest = JsonSerializer.Deserialize<BackupManifest>(
            Read(archive.GetEntry(BackupManifest.Name)!),
            StoredJson.Options
        )!;
        var tables = new PlanDataTable(new TableServiceClient(storage));
        var blobs = new PlanDataBlobs(new BlobServiceClient(storage));
        var changed = 0;
        foreach (var part in manifest.Parts)
        {
            var text = Read(archive.GetEntry(part.Path)!);
            if (part.Blob is var (container, name))
            {
                var later = name.EndsWith(".json", StringComparison.Ordinal) ? WithMember(text) : null;
                changed += later is null ? 0 : 1;
                await using var original = archive.GetEntry(part.Path)!.Open();
                await using Stream content = later is null ? original : new MemoryStream(Encoding.UTF8.GetBytes(later));
                await blobs.AddAsync(
                    container,
                    new StoredBlob(name, part.ContentType, part.Metadata ?? new Dictionary<string, string>()),
                    content,
                    Cancel
                );
                continue;
            }

            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var row = BackupRow.Parse(line);
                foreach (var (column, value) in row.Columns.ToList())
                {
                    if (
                        value is JsonValue
                        && row.TextOf(column) is { } json
                        && WithMember(json) is { Length: < 32_000 } later
                    )
                    {
                        row.Columns[column] = later;
                        changed++;
                    }
                }

                row.Columns["AddedLater"] = "x";
                await tables.AddAsync(part.Table!, row, Cancel);
            }
        }

        return changed;
    }

    /// <returns>Null if the text is no object as JSON.</returns>
    private static string? WithMember(string text)
    {
        try
        {
            if (text is ['{', ..] && JsonNode.Parse(text) is JsonObject json)
            {
                json["addedLater"] = new JsonObject { ["a"] = 1 };
                return json.ToJsonString(Json.Options);
            }
        }
        catch (JsonException)
        {
            // The first column of several.
        }

        return null;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
