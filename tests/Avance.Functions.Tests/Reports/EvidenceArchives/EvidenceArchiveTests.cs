using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Reports.EvidenceArchives;

public sealed class EvidenceArchiveTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1_048_576;
    private static readonly string Archive = $"{AppDriver.Plan()}/periods/2023-II/evidence-archive";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_FilesOfAPlan_AreAllInTheZipWithTheirIndex()
    {
        await using var driver = await StartAsync();
        await driver.UploadAsync(22, "=cmd.txt", "uno");
        await driver.UploadAsync(22, "../../Informe ñ.txt", "dos");
        await driver.UploadAsync(22, "Informe ñ.txt", "tres");
        await driver.UploadAsync(42, "@lista.txt", "cuatro");
        var withdrawn = await driver.UploadAsync(22, "retirado.txt", "no");
        (
            await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{withdrawn}")
        ).ShouldBeOk();

        var (name, content) = await DownloadAsync(driver.App);

        name.ShouldBe("evidencias-plan-de-prueba-2023-II.zip");
        using var archive = new ZipArchive(new MemoryStream(content));
        var files = archive.Entries.ToDictionary(entry => entry.FullName, TextOf);
        files
            .Keys.Order(StringComparer.Ordinal)
            .ShouldBe([
                "Actividad 022/=cmd.txt",
                "Actividad 022/Informe ñ (2).txt",
                "Actividad 022/Informe ñ.txt",
                "Actividad 042/@lista.txt",
                "indice.csv",
            ]);
        archive.Entries[^1].FullName.ShouldBe("indice.csv");
        files.Values.SkipLast(1).Order(StringComparer.Ordinal).ShouldBe(["cuatro", "dos", "tres", "uno"]);
        var lines = files["indice.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(5);
        lines[0]
            .TrimStart('\ufeff')
            .ShouldBe("Actividad;Título;Unidad;Archivo;Tamaño en bytes;SHA-256;Estado;Subido el");
        var hash = Convert.ToHexStringLower(SHA256.HashData("uno"u8));
        lines.ShouldContain($"22;Actividad 22;OGRH;Actividad 022/=cmd.txt;3;{hash};Recibido;11/12/2023 00:00");
        var audit = (await StoredAudit.ReadAsync(driver.App)).Where(entry => entry.Action == "downloadEvidenceArchive");
        audit.ShouldHaveSingleItem().Subject.ShouldBe("2023-II");
    }

    [Fact]
    public async Task Get_FilesOfAUnit_AreThoseOfItsActivities()
    {
        await using var driver = await StartAsync();
        await driver.UploadAsync(22, "a.txt", "a");
        await driver.UploadAsync(43, "b.txt", "b", by: "DTEG");

        var (name, content) = await DownloadAsync(driver.App, "?unit=dteg");

        name.ShouldBe("evidencias-plan-de-prueba-2023-II-DTEG.zip");
        using var archive = new ZipArchive(new MemoryStream(content));
        archive.Entries.Select(entry => entry.FullName).ShouldBe(["Actividad 043/b.txt", "indice.csv"]);
    }

    [Fact]
    public async Task Get_NothingOrUnknown_IsAnEmptyArchiveOrAProblem()
    {
        await using var driver = await StartAsync();

        using var archive = new ZipArchive(new MemoryStream((await DownloadAsync(driver.App)).Content));
        archive.Entries.ShouldHaveSingleItem().FullName.ShouldBe("indice.csv");
        var secretariat = driver.App.Secretariat();
        (await secretariat.GetAsync($"{Archive}?unit=NADA")).ShouldBeProblem(404, "unit-unknown");
        (await secretariat.GetAsync(Archive.Replace("2023-II", "2025-I"))).ShouldBeProblem(404, "period-unknown");
        (await driver.App.Reporter().GetAsync(Archive)).ShouldBeProblem(403, "not-allowed");
    }

    [Fact]
    public async Task Get_Unzip_FindsNoFault()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/unzip"), "unzip is not installed.");
        await using var driver = await StartAsync();
        // Stored as it is, and compressed.
        await driver.UploadAsync(22, "a.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 100_000)));
        await driver.UploadAsync(22, "b.txt", new string('y', 100_000));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, (await DownloadAsync(driver.App)).Content, Cancel);

            (await Tool.RunAsync("unzip", "-t", file)).ShouldContain("No errors detected");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What is not taken is not read: so a file is never in memory as a whole.</summary>
    [Fact]
    public async Task Get_FileOf100Megabytes_IsReadAsTheCallerTakesIt()
    {
        const int Size = 100 * Megabyte;
        await using var driver = await StartAsync();
        await StoreAsync(driver, "grande.pdf", Size);
        driver.Faults.Reset();
        using var response = await OpenAsync(driver.App);
        await using var content = await response.Content.ReadAsStreamAsync(Cancel);
        await content.ReadExactlyAsync(new byte[1_000], Cancel);

        // 4 MB each.
        (await SettledReadsAsync(driver)).ShouldBeLessThan(15);

        await using var rest = new MemoryStream();
        await content.CopyToAsync(rest, Cancel);
        (rest.Length + 1_000).ShouldBeGreaterThan(Size);
        driver.Faults.Reads.ShouldBeGreaterThan(24);
    }

    [Fact]
    public async Task Get_CallerWhoLeaves_EndsTheReadingOfTheStorage()
    {
        await using var driver = await StartAsync();
        for (var number = 0; number < 4; number++)
        {
            await StoreAsync(driver, $"grande-{number}.pdf", 60 * Megabyte);
        }

        driver.Faults.Reset();
        using (var response = await OpenAsync(driver.App))
        {
            await using var content = await response.Content.ReadAsStreamAsync(Cancel);
            await content.ReadExactlyAsync(new byte[1_000], Cancel);
        }

        // 240 MB are read by 4 MB each.
        (await SettledReadsAsync(driver)).ShouldBeLessThan(50);
        (await driver.App.Secretariat().GetAsync("/api/health")).ShouldBeOk();
    }

    [Fact]
    public async Task Get_StorageThatFailsHalfWay_BreaksTheConnection()
    {
        await using var driver = await StartAsync();
        await StoreAsync(driver, "grande.pdf", 40 * Megabyte);
        driver.Faults.Reset();
        using var response = await OpenAsync(driver.App);
        // Once the answer has begun.
        driver.Faults.FailReads = true;
        await using var content = await response.Content.ReadAsStreamAsync(Cancel);

        await Should.ThrowAsync<IOException>(async () => await content.CopyToAsync(Stream.Null, Cancel));
    }

    [Fact]
    public async Task Get_RowWithoutContent_IsSaidInTheIndex()
    {
        await using var driver = await StartAsync();
        await AddRowAsync(driver, EvidenceId.Of(EvidenceDriver.Address(22), Guid.NewGuid(), 0), "perdido.pdf", 5);

        using var archive = new ZipArchive(new MemoryStream((await DownloadAsync(driver.App)).Content));

        TextOf(archive.Entries.ShouldHaveSingleItem()).ShouldContain(";(falta el archivo);5;");
    }

    /// <summary>How often the storage was read until nothing more is: the buffers between are full, or the connection is cut.</summary>
    private static async Task<int> SettledReadsAsync(EvidenceDriver driver)
    {
        var reads = -1;
        while (reads != driver.Faults.Reads)
        {
            reads = driver.Faults.Reads;
            await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        }

        return reads;
    }

    private Task<EvidenceDriver> StartAsync() =>
        EvidenceDriver.StartAsync(
            azurite.NewAccount(),
            new TestPlan().Activity(22).Activity(42).Activity(43, "DTEG").Build()
        );

    /// <summary>A file past the upload, which would read it.</summary>
    private static async Task StoreAsync(EvidenceDriver driver, string name, int size)
    {
        var address = EvidenceDriver.Address(22);
        var id = EvidenceId.Of(address, Guid.NewGuid(), 0);
        using (var content = new MemoryStream(RandomNumberGenerator.GetBytes(size)))
        {
            (
                await driver.App.Get<EvidenceBlobs>().StoreAsync(address, id, name, "test", content, Cancel)
            ).ShouldBeTrue();
        }

        (await AddRowAsync(driver, id, name, size)).ShouldBeTrue();
    }

    private static Task<bool> AddRowAsync(EvidenceDriver driver, EvidenceId id, string name, int size) =>
        driver
            .App.Get<EvidenceTable>()
            .TryAddAsync(
                new StoredEvidence(
                    EvidenceDriver.Address(22),
                    id,
                    name,
                    size,
                    new string('0', 64),
                    "test",
                    TestPlan.WhileOpen,
                    EvidenceState.Received
                ),
                Cancel
            );

    private static async Task<HttpResponseMessage> OpenAsync(AppDriver app, string query = "")
    {
        var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, Archive + query));
        request.Headers.Add(DevelopmentSignIn.Header, $"reader {TestPlan.Id}");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response;
    }

    private static async Task<(string? Name, byte[] Content)> DownloadAsync(AppDriver app, string query = "")
    {
        using var response = await OpenAsync(app, query);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return (
            response.Content.Headers.ContentDisposition!.FileName,
            await response.Content.ReadAsByteArrayAsync(Cancel)
        );
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var text = new StreamReader(entry.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
