using Avance.Functions.Evidence;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Pages.Work;

/// <summary>The list of files that pages ask for again and again while files are read.</summary>
public sealed class EvidenceListReaderTests(AzuriteFixture azurite)
{
    private const string Report = "INFORME N° D000149-2023-CONADIS-URH\nParticiparon 22 hombres y 79 mujeres.\n";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_MoreFiles_TakesNoMoreRequests()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "uno.txt", Report);
        await driver.DrainAsync();
        // What is read once is read.
        await ListAsync(driver);
        var ofOne = await ReadsAsync(driver);
        for (var number = 2; number <= 12; number++)
        {
            await driver.UploadAndReadAsync(22, $"{number}.txt", $"{Report}Anexo {number}.");
        }

        await driver.DrainAsync();

        (await ReadsAsync(driver)).ShouldBe(ofOne);
        (await ListAsync(driver)).ShouldContain("149-2023-CONADIS-URH");
    }

    [Fact]
    public async Task List_RowsOfBeforeSummariesWereKept_SaysTheSame()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "uno.txt", Report);
        await driver.DrainAsync();
        var before = await ListAsync(driver);
        var table = new TableServiceClient(storage).GetTableClient(EvidenceTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            foreach (var column in row.Keys.Where(key => key.StartsWith("Summary", StringComparison.Ordinal)).ToList())
            {
                row.Remove(column);
            }

            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
        }

        (await ListAsync(driver)).ShouldBe(before);
    }

    [Fact]
    public async Task List_ZipOfHundredsOfDocuments_SaysOfEachWhatItIs()
    {
        const int Documents = 400;
        var reports = Enumerable.Range(1, Documents).Select(number => ($"informe {number:D3}.txt", Report));
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var id = await driver.UploadAsync(22, "informes.zip", TestZip.Of([.. reports]));
        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);

        var file = (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json[0]!;

        file["documents"]!.AsArray().Count.ShouldBe(Documents + 1);
        ((int)file["documents"]![Documents]!["references"]!).ShouldBe(1);
    }

    [Fact]
    public async Task List_FileReadAgain_SaysWhatTheLastReadingFound()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var upload = Guid.NewGuid();
        var id = await driver.UploadAsync(22, "uno.txt", Report, upload);
        await driver.DrainAsync();
        var reading = driver.App.Get<EvidenceReading>();
        await reading.ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{id}");
        (await driver.UploadAsync(22, "uno.txt", Report, upload)).ShouldBe(id);
        ((string)(await FileAsync(driver))["state"]!).ShouldBe("received");
        (await FileAsync(driver))["documents"]!.AsArray().ShouldBeEmpty();

        await reading.ReadAsync(EvidenceDriver.Address(22), id, Cancel);

        (await FileAsync(driver))["documents"]!.AsArray().Count.ShouldBe(1);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> FileAsync(EvidenceDriver driver) =>
        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22)))
            .ShouldBeOk()
            .Json.AsArray()
            .ShouldHaveSingleItem()!;

    private static async Task<string> ListAsync(EvidenceDriver driver) =>
        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Text;

    private static async Task<int> ReadsAsync(EvidenceDriver driver)
    {
        driver.Faults.Reset();
        await ListAsync(driver);
        return driver.Faults.Reads;
    }
}
