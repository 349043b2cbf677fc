using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Azure.Storage.Queues;

namespace Avance.Functions.Tests.Evidence;

/// <summary>Reading in several runs, again, and after a program has failed.</summary>
public sealed class EvidenceStepsTests(AzuriteFixture azurite)
{
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_MorePagesThanARunTakes_GoesOnWhereItStopped()
    {
        var reader = new FakeReader(page => new ReadOutcome.Read(
            Text($"INFORME N° D00010{page}-2023-MIMP-OGRH"),
            [],
            page < 3 ? page + 1 : null
        ));
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        await driver.UploadAndReadAsync(22, "escaneo.txt", "escaneo");
        (await StateAsync(driver)).ShouldBe("reading");

        await driver.DrainAsync();

        reader.Pages.ShouldBe([1, 2, 3]);
        var file = await FileAsync(driver);
        ((string)file["state"]!).ShouldBe("read");
        file["documents"]!.AsArray().Select(document => (int)document!["references"]!).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task Read_CrashBetweenTwoRuns_ReadsNoPageTwiceIntoTheFacts()
    {
        var reader = new FakeReader(page => new ReadOutcome.Read(
            Text($"Página {page}"),
            [],
            page < 3 ? page + 1 : null
        ));
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        var id = await driver.UploadAndReadAsync(22, "escaneo.txt", "escaneo");
        // The event comes again, as after a crash before the message was sent.
        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);

        await driver.DrainAsync();

        (await FileAsync(driver))["documents"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Read_OvertakenByAnotherRun_LeavesWhatThatOneKept()
    {
        var slow = new TaskCompletionSource();
        var isSlow = false;
        var reader = new FakeReader(async page =>
        {
            if (isSlow)
            {
                isSlow = false;
                await slow.Task;
            }

            return new ReadOutcome.Read(Text($"Página {page}"), [], page < 3 ? page + 1 : null);
        });
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        var id = await driver.UploadAndReadAsync(22, "escaneo.txt", "escaneo");
        var table = driver.App.Get<EvidenceTable>();
        var begun = (await table.FindAsync(EvidenceDriver.Address(22), id, Cancel))!.ETag;
        isSlow = true;
        var overtaken = driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        while ((await table.FindAsync(EvidenceDriver.Address(22), id, Cancel))!.ETag == begun)
        {
            await Task.Delay(10, Cancel);
        }

        await driver.DrainAsync();
        slow.SetResult();
        await overtaken;

        await driver.DrainAsync();
        reader.Pages.ShouldBe([1, 2, 2, 3]);
        var file = await FileAsync(driver);
        ((string)file["state"]!).ShouldBe("read");
        file["documents"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Read_ProgramFails_IsTriedAgainAndGivenUpInPlainWords()
    {
        var reader = new FakeReader(_ => new ReadOutcome.Unreadable(ReadTrouble.ToolFailed, "signal 11"));
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        var id = await driver.UploadAsync(22, "informe.txt", "informe");
        var reading = driver.App.Get<EvidenceReading>();

        await Should.ThrowAsync<EvidenceToolException>(() => reading.ReadAsync(EvidenceDriver.Address(22), id, Cancel));
        (await StateAsync(driver)).ShouldBe("received");
        await reading.GiveUpAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.DrainAsync();

        var file = await FileAsync(driver);
        ((string)file["state"]!).ShouldBe("unreadable");
        var finding = file["findings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)finding["code"]!).ShouldBe("evidence-unreadable");
        ((string)finding["detail"]!).ShouldContain("súbalo de nuevo");
    }

    [Fact]
    public async Task Upload_ThatFailsEachTime_ComesThroughThePoisonQueueToTheUnit()
    {
        var reader = new FakeReader(_ => new ReadOutcome.Unreadable(ReadTrouble.ToolFailed, "signal 11"));
        await using var driver = await EvidenceDriver.ListenAsync(storage, reader);

        var id = await driver.UploadAsync(22, "informe.txt", "informe");
        await ShouldBecomeTrueAsync(() => Task.FromResult(reader.Pages.Contains(1)));
        await SendToPoisonAsync(
            EvidenceEvents.Queue,
            new BlobCreated(BlobCreated.Evidence + EvidenceBlobs.NameOf(EvidenceDriver.Address(22), id))
        );

        await ShouldBecomeTrueAsync(async () => (await driver.CodesAsync(22)).Count > 0);
        (await StateAsync(driver)).ShouldBe("unreadable");
        (await driver.CodesAsync(22)).ShouldBe(["evidence-unreadable"]);
    }

    [Fact]
    public async Task Reading_WhoseNextPagesFailEachTime_ComesThroughThePoisonQueueToTheUnit()
    {
        var reader = new FakeReader(page =>
            page == 1
                ? new ReadOutcome.Read(Text("INFORME N° D000149-2023-MIMP-OGRH"), [], 2)
                : new ReadOutcome.Unreadable(ReadTrouble.ToolFailed)
        );
        await using var driver = await EvidenceDriver.ListenAsync(storage, reader);
        var id = await driver.UploadAsync(22, "escaneo.txt", "escaneo");
        await ShouldBecomeTrueAsync(() => Task.FromResult(reader.Pages.Contains(2)));
        var message = ReadingMessage.Of(EvidenceDriver.Address(22), id, again: false);

        await SendToPoisonAsync(EvidenceQueue.Name, message);

        await ShouldBecomeTrueAsync(async () => await StateAsync(driver) == "unreadable");
        await ShouldBecomeTrueAsync(async () => (await driver.CodesAsync(22)).Contains("evidence-unreadable"));
    }

    /// <summary>As the host does after the last try, half a minute after each other.</summary>
    private async Task SendToPoisonAsync<T>(string queue, T message) =>
        await new QueueClient(
            storage,
            $"{queue}-poison",
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        ).SendMessageAsync(JsonSerializer.Serialize(message, Json.Options), Cancel);

    [Fact]
    public async Task GiveUp_AfterItsFirstPagesWereRead_SaysThatTheRestWasNot()
    {
        var reader = new FakeReader(page =>
            page == 1
                ? new ReadOutcome.Read(Text("INFORME N° D000149-2023-MIMP-OGRH"), [], 2)
                : new ReadOutcome.Unreadable(ReadTrouble.ToolFailed)
        );
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        var id = await driver.UploadAndReadAsync(22, "escaneo.txt", "escaneo");

        await driver.App.Get<EvidenceReading>().GiveUpAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.ExamineAsync(22);

        (await StateAsync(driver)).ShouldBe("unreadable");
        (await driver.CodesAsync(22)).ShouldContain("evidence-unreadable");
    }

    [Fact]
    public async Task GiveUp_OfWhatEarlierReadersHaveRead_KeepsThatItWasRead()
    {
        var fails = false;
        var reader = new FakeReader(_ =>
            fails
                ? new ReadOutcome.Unreadable(ReadTrouble.ToolFailed)
                : new ReadOutcome.Read(Text("Participaron 22 hombres."))
        );
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        var id = await driver.UploadAndReadAsync(22, "informe.txt", "informe");
        var table = driver.App.Get<EvidenceTable>();
        var file = (await table.FindAsync(EvidenceDriver.Address(22), id, Cancel))!;
        await table.TrySetStateAsync(file, EvidenceState.Reading, "antes", Cancel);
        fails = true;

        await Should.ThrowAsync<EvidenceToolException>(() =>
            driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel)
        );
        await driver.App.Get<EvidenceReading>().GiveUpAsync(EvidenceDriver.Address(22), id, Cancel);

        (await StateAsync(driver)).ShouldBe("read");
        (await RereadAsync(driver)).ShouldBe(1);
    }

    [Fact]
    public async Task Reread_ProgramThatWasMissingIsThere_ReadsWhatWaitedForIt()
    {
        var isInstalled = false;
        var reader = new FakeReader(_ =>
            isInstalled
                ? new ReadOutcome.Read(Text("Participaron 22 hombres y 79 mujeres."))
                : new ReadOutcome.Unreadable(ReadTrouble.ToolMissing)
        );
        await using var driver = await EvidenceDriver.StartAsync(storage, readers: reader);
        await driver.UploadAndReadAsync(22, "informe.txt", "informe");
        (await StateAsync(driver)).ShouldBe("unreadable");
        isInstalled = true;

        (await RereadAsync(driver)).ShouldBe(1);
        await driver.DrainAsync();

        (await StateAsync(driver)).ShouldBe("read");
        (await RereadAsync(driver)).ShouldBe(0);
    }

    [Theory]
    [InlineData(ReadTrouble.Encrypted)]
    [InlineData(null)]
    public async Task Reread_AfterANewVersionOfTheReader_ReplacesFactsAndFindings(ReadTrouble? trouble)
    {
        var first = new FakeReader(_ =>
            trouble is { } stated ? new ReadOutcome.Unreadable(stated) : new ReadOutcome.Read(Text("Sin número"))
        );
        await using (var driver = await EvidenceDriver.StartAsync(storage, readers: first))
        {
            await driver.UploadAndReadAsync(22, "informe.txt", "informe");
            await driver.DrainAsync();
            (await driver.CodesAsync(22)).Contains("evidence-encrypted").ShouldBe(trouble is not null);
        }

        var better = new FakeReader(_ => new ReadOutcome.Read(Text("INFORME N° D000149-2023-MIMP-OGRH")))
        {
            Version = 2,
        };
        await using var later = await EvidenceDriver.StartAsync(storage, plan: null, now: null, better);
        (await RereadAsync(later)).ShouldBe(1);
        await later.DrainAsync();

        (await later.CodesAsync(22)).ShouldNotContain("evidence-encrypted");
        var file = await FileAsync(later);
        ((string)file["state"]!).ShouldBe("read");
        ((string)file["documents"]![0]!["number"]!).ShouldBe("INFORME N° 000149-2023-MIMP-OGRH");
    }

    [Fact]
    public async Task Withdraw_WhileItIsRead_StaysWithdrawn()
    {
        EvidenceDriver? driver = null;
        string path = "";
        var reader = new FakeReader(page =>
        {
            driver!.App.Reporter().SendAsync(HttpMethod.Delete, path).GetAwaiter().GetResult().ShouldBeOk();
            return new ReadOutcome.Read(Text("INFORME N° D000149-2023-MIMP-OGRH"));
        });
        await using var started = await EvidenceDriver.StartAsync(storage, readers: reader);
        driver = started;
        var id = await driver.UploadAsync(22, "informe.txt", "informe");
        path = $"{EvidenceDriver.Path(22)}/{id}";

        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.DrainAsync();

        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22))).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
        (await driver.RowsAsync()).ShouldNotContain(row => row.Contains("RowKey=doc|", StringComparison.Ordinal));
    }

    private static async Task ShouldBecomeTrueAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            tries.ShouldBeLessThan(200, "It did not come within 20 s.");
            await Task.Delay(100, Cancel);
        }
    }

    private static async Task<int> RereadAsync(EvidenceDriver driver) =>
        (int)
            (
                await driver
                    .App.Secretariat()
                    .SendAsync(HttpMethod.Post, $"{AppDriver.Plan()}/periods/2023-II/evidence/reread")
            )["asked"]!;

    private static async Task<System.Text.Json.Nodes.JsonNode> FileAsync(EvidenceDriver driver) =>
        (await driver.App.Reporter().GetAsync(EvidenceDriver.Path(22)))
            .ShouldBeOk()
            .Json.AsArray()
            .ShouldHaveSingleItem()!;

    private static async Task<string> StateAsync(EvidenceDriver driver) => (string)(await FileAsync(driver))["state"]!;

    private static DocumentText Text(string text) =>
        new([new TextBlock(text, new ReadLocation([], Paragraph: 1))], [], null, UsedOcr: false);
}
