using System.IO.Compression;
using System.Text.Json;
using Avance.Functions.Access;
using Avance.Functions.Backups;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.House;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Backups;

/// <summary>A plan of which everything is used, restored into another storage account.</summary>
public sealed class RestoreTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Later = DateTimeOffset.Parse("2024-01-20T15:00:00Z");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restore_OfAWholePlan_IsThePlanWithTheSameReports()
    {
        var (from, to) = (azurite.NewAccount(), azurite.NewAccount());
        await StoredScenario.RunAsync(from);
        await using var source = await AppDriver.StartAsync(from, Later);
        await using var target = await AppDriver.StartAsync(to, Later);

        var file = await BackupDriver.BackUpAsync(source);
        var receipt = (await BackupDriver.RestoreAsync(target, file)).ShouldBeOk();

        var (before, after) = (await BackupDriver.ContentAsync(from), await BackupDriver.ContentAsync(to));
        EachTableHasRows(before);
        before.Except(after).ShouldBe(before.Where(IsRevocation));
        after.Except(before).Where(line => !IsRevocation(line)).ShouldHaveSingleItem().ShouldContain("restorePlan");
        receipt["rows"]!.GetValue<int>().ShouldBe(before.Count(line => line.Contains("PartitionKey")));
        receipt["files"]!.GetValue<int>().ShouldBe(before.Count(line => !line.Contains("PartitionKey")));

        var (reported, again) = (await ReportsAsync(from, source), await ReportsAsync(to, target));
        reported.Except(again).ShouldBeEmpty();
        again.Except(reported).ShouldBeEmpty();
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var (here, there) = (await ExportAsync(source, from, format), await ExportAsync(target, to, format));
            there.Keys.ShouldBe(here.Keys, $"{format}");
            here.Keys.Where(part => !here[part].AsSpan().SequenceEqual(there[part])).ShouldBeEmpty($"{format}");
        }

        (await target.Get<FormLinkTable>().FindAllRevokedAtAsync(TestPlan.Id, Cancel)).ShouldBe(Later);
        var plans = (await target.As("national-secretariat").GetAsync("/api/plans")).ShouldBeOk().Json.AsArray();
        plans.Select(plan => (string?)plan!["id"]).ShouldBe([$"{TestPlan.Id}"]);
    }

    [Fact]
    public async Task Restore_SecondTime_IsTheSameAnswerAndChangesNothing()
    {
        var (file, to) = (await FileAsync(), azurite.NewAccount());
        await using var target = await AppDriver.StartAsync(to, Later);
        var id = Guid.NewGuid();
        await BackupDriver.SendAsync(target, id, file);

        var first = (await BackupDriver.RestoreAsync(target, id)).ShouldBeOk();
        var content = await BackupDriver.ContentAsync(to);
        target.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await BackupDriver.RestoreAsync(target, id)).ShouldBeOk();

        second.Text.ShouldBe(first.Text);
        (await BackupDriver.ContentAsync(to)).ShouldBe(content);
        (await BackupDriver.RestoreAsync(target, file)).ShouldBeProblem(409, "restore-not-empty");
        (await BackupDriver.ContentAsync(to)).ShouldBe(content);
    }

    [Fact]
    public async Task Restore_WhereThePlanIs_IsRefusedAndChangesNothing()
    {
        var (file, to) = (await FileAsync(), azurite.NewAccount());
        await using var target = await AppDriver.StartAsync(to, Later);
        await target.AddAsync(new TestPlan().Activity(22).Build());
        var content = await BackupDriver.ContentAsync(to);

        (await BackupDriver.RestoreAsync(target, file)).ShouldBeProblem(409, "restore-not-empty");

        (await BackupDriver.ContentAsync(to)).ShouldBe(content);
    }

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "tables/progress.jsonl", "damaged", "backup-damaged" },
            { "tables/progress.jsonl", "missing", "backup-damaged" },
            { BackupManifest.Name, "missing", "backup-unreadable" },
            { BackupManifest.Name, "damaged", "backup-unreadable" },
            { BackupManifest.Name, "\"formatVersion\":1>\"formatVersion\":2", "backup-format" },
            { BackupManifest.Name, "\"plan\":\"plan-de-prueba\">\"plan\":\"otro-plan\"", "backup-of-another-plan" },
            { BackupManifest.Name, "tables/texts.jsonl>tables/other.jsonl", "backup-damaged" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Restore_OfAWrongFile_IsRefusedAndWritesNothing(string path, string change, string code)
    {
        var to = azurite.NewAccount();
        await using var target = await AppDriver.StartAsync(to, Later);
        var file = BackupDriver.Change(
            await FileAsync(),
            path,
            text =>
                change switch
                {
                    "missing" => null,
                    "damaged" => text[..^1] + "?",
                    _ => text.Replace(change.Split('>')[0], change.Split('>')[1], StringComparison.Ordinal),
                }
        );

        (await BackupDriver.RestoreAsync(target, file)).ShouldBeProblem(422, code);

        (await BackupDriver.ContentAsync(to)).ShouldBeEmpty();
    }

    /// <summary>A manifest that agrees with its parts is not believed: a row must be of the plan.</summary>
    [Fact]
    public async Task Restore_OfRowsOfAnotherPlan_IsRefused()
    {
        var to = azurite.NewAccount();
        await using var target = await AppDriver.StartAsync(to, Later);
        const string Path = "tables/history.jsonl";
        const string Row = "{\"PartitionKey\":\"otro-plan\",\"RowKey\":\"2022\"}\n";
        var file = BackupDriver.Change(await FileAsync(), Path, _ => Row);
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Row))
        );
        file = BackupDriver.Change(
            file,
            BackupManifest.Name,
            text =>
            {
                var manifest = JsonSerializer.Deserialize<BackupManifest>(text, Functions.Storage.StoredJson.Options)!;
                var parts = manifest.Parts.Select(part =>
                    part.Path == Path ? new BackupPart(Path, Row.Length, hash) { Rows = 1 } : part
                );
                return JsonSerializer.Serialize(
                    manifest with
                    {
                        Parts = [.. parts],
                    },
                    Functions.Storage.StoredJson.Options
                );
            }
        );

        (await BackupDriver.RestoreAsync(target, file)).ShouldBeProblem(422, "backup-foreign-part");
    }

    [Fact]
    public async Task Restore_PartsThatAreMissing_AreListed()
    {
        await using var target = await AppDriver.StartAsync(azurite.NewAccount(), Later);
        var id = Guid.NewGuid();
        await BackupDriver.SendAsync(target, id, await FileAsync());

        var answer = (await BackupDriver.RestoreAsync(target, id, parts: 5)).ShouldBeProblem(
            409,
            "restore-parts-missing"
        );

        answer["missing"]!.AsArray().Select(part => part!.GetValue<int>()).ShouldBe([4, 5]);
    }

    /// <summary>A plan with a file, sent.</summary>
    private async Task<byte[]> FileAsync()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        await driver.UploadAndReadAsync(22, "Informe.txt", "INFORME N° 000149-2023-MIMP-OGRH");
        await driver.SendAsync(22);
        return await BackupDriver.BackUpAsync(driver.App);
    }

    private static bool IsRevocation(string line) =>
        line.StartsWith("formlinks", StringComparison.Ordinal) && line.Contains("\"RowKey\":\"all\"");

    /// <summary>A comparison of what is empty on both sides says nothing.</summary>
    private static void EachTableHasRows(IReadOnlyList<string> content) =>
        BackupCatalog
            .Tables.Select(table => table.Name)
            .Concat(BackupCatalog.Containers)
            .Where(name => !content.Any(line => line.StartsWith($"{name} ", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    private static async Task<IReadOnlyList<string>> ReportsAsync(string storage, AppDriver app)
    {
        // A run that died has everything written anew.
        var compilations = new TableServiceClient(storage).GetTableClient(CompilationTable.Name);
        await foreach (var row in compilations.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            row["Running"] = true;
            await compilations.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }

        var driver = new ReportDriver(storage);
        await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "compared", Cancel);
        var rows = await driver.ContentAsync();
        rows.Count.ShouldBeGreaterThan(20);
        // The row of a body names whichever of its plans was compiled first.
        return
        [
            .. rows.Where(row => row.Contains($"Plan={TestPlan.Id},", StringComparison.Ordinal))
                .Where(row => !row.StartsWith("dimbody", StringComparison.Ordinal)),
        ];
    }

    /// <returns>The parts of the file, each by its name: the ZIP around them says when it was made.</returns>
    private static async Task<Dictionary<string, byte[]>> ExportAsync(
        AppDriver app,
        string storage,
        ExportFormat format
    )
    {
        var id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte)format);
        var export = new Export(TestPlan.Id, TestPlan.Second, id, format, ExportScope.Year, "dev:secretariat", Later);
        await app.Get<ExportRunner>().RunAsync(export, "compared", Cancel);
        var (made, _) = await app.Get<ExportTable>().FindAsync(TestPlan.Id, TestPlan.Second, id, Cancel);
        var blob = new BlobServiceClient(storage)
            .GetBlobContainerClient(ExportBlobs.Container)
            .GetBlobClient(made!.Blob);
        using var archive = new ZipArchive((await blob.DownloadContentAsync(Cancel)).Value.Content.ToStream());
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            await using var content = await entry.OpenAsync(Cancel);
            parts[entry.FullName] = (await BinaryData.FromStreamAsync(content, Cancel)).ToArray();
        }

        return parts;
    }
}
