using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Evidence;

/// <summary>A file that is withdrawn while it is read proves nothing any more, wherever its reading stops.</summary>
public sealed class WithdrawnEvidenceTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_WithdrawnDuringARunThatIsNotTheLast_LeavesTheIndex(int during)
    {
        EvidenceDriver? driver = null;
        EvidenceId id = default;
        var reader = new FakeReader(async page =>
        {
            if (page == during)
            {
                (
                    await driver!.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{id}")
                ).ShouldBeOk();
            }

            return new ReadOutcome.Read(
                Text($"INFORME N° D00010{page}-2023-MIMP-OGRH"),
                [],
                page < 3 ? page + 1 : null
            );
        });
        await using var started = driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        id = await driver.UploadAsync(22, "escaneo.txt", "escaneo");

        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.DrainAsync();

        reader.Pages.ShouldBe(Enumerable.Range(1, during));
        (await FingerprintsAsync(driver)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WithdrawnAndCrashedAtEachWrite_LeavesTheIndexOnTheNextTry()
    {
        for (var write = 1; ; write++)
        {
            EvidenceDriver? driver = null;
            EvidenceId id = default;
            var reader = new FakeReader(async _ =>
            {
                (
                    await driver!.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{id}")
                ).ShouldBeOk();
                driver.Faults.Reset();
                driver.Faults.FailAtWrite = write;
                driver.Faults.AfterSending = true;
                return new ReadOutcome.Read(Text("INFORME N° D000101-2023-MIMP-OGRH"), [], 2);
            });
            await using var started = driver = await EvidenceDriver.StartAsync(azurite.NewAccount(), readers: reader);
            id = await driver.UploadAsync(22, "escaneo.txt", "escaneo");
            var reading = driver.App.Get<EvidenceReading>();
            var crashed = false;
            try
            {
                await reading.ReadAsync(EvidenceDriver.Address(22), id, Cancel);
            }
            catch (Exception error)
                when (error is CrashException or AggregateException { InnerException: CrashException })
            {
                crashed = true;
                driver.Faults.Reset();
                await reading.ReadAsync(EvidenceDriver.Address(22), id, Cancel);
            }

            driver.Faults.Reset();
            (await FingerprintsAsync(driver)).ShouldBeEmpty($"crash at write {write}");
            if (!crashed)
            {
                write.ShouldBeGreaterThan(2);
                return;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> FingerprintsAsync(EvidenceDriver driver) =>
        [.. (await driver.RowsAsync()).Where(row => row.StartsWith("proofs ", StringComparison.Ordinal))];

    private static DocumentText Text(string text) =>
        new([new TextBlock(text, new ReadLocation([], Paragraph: 1))], [], null, UsedOcr: false);
}
