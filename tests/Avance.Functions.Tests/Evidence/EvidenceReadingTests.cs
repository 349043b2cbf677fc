using System.Text;
using System.Text.Json.Nodes;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Evidence;

/// <summary>From the uploaded file to its facts.</summary>
public sealed class EvidenceReadingTests(AzuriteFixture azurite)
{
    private const string Path = "/api/plans/plan-de-prueba/periods/2023-II/activities/22/evidence";
    private const string Report = "INFORME N° D000149-2023-CONADIS-URH\nParticiparon 22 hombres y 79 mujeres.\n";
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(22));
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_WhileTheAppListens_IsReadAndItsFactsAreShown()
    {
        await using var app = await StartAsync(listens: true);
        var id = await UploadAsync(app, "informe.txt", Report);

        var facts = await FactsAsync(app, id);

        var document = facts["documents"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)document["format"]!).ShouldBe("txt");
        document["trouble"].ShouldBeNull();
        document["facts"]!["references"]!.ToJsonString().ShouldContain("149");
        var attendance = document["facts"]!["attendance"]!.AsArray().ShouldHaveSingleItem()!.ToJsonString();
        attendance.ShouldContain("22");
        attendance.ShouldContain("79");
        (await StateAsync(app)).ShouldBe("read");
    }

    [Fact]
    public async Task Read_SecondTime_ChangesNothing()
    {
        await using var app = await StartAsync();
        var id = EvidenceId.Parse(await UploadAsync(app, "informe.txt", Report), null);
        var reading = app.Get<EvidenceReading>();

        (await reading.ReadAsync(Address, id, Cancel)).ShouldBeTrue();
        var first = await app.Reporter().GetAsync($"{Path}/{id}/facts");
        (await reading.ReadAsync(Address, id, Cancel)).ShouldBeFalse();

        (await app.Reporter().GetAsync($"{Path}/{id}/facts")).Text.ShouldBe(first.ShouldBeOk().Text);
    }

    [Fact]
    public async Task Read_AfterACrashBetweenFactsAndState_EndsTheSame()
    {
        await using var app = await StartAsync();
        var id = EvidenceId.Parse(await UploadAsync(app, "informe.txt", Report), null);
        var reading = app.Get<EvidenceReading>();
        await reading.ReadAsync(Address, id, Cancel);
        var first = await app.Reporter().GetAsync($"{Path}/{id}/facts");
        var table = app.Get<EvidenceTable>();
        var file = (await table.FindAsync(Address, id, Cancel))!;
        (await table.TrySetStateAsync(file, EvidenceState.Received, "", Cancel)).ShouldNotBeNull();

        (await reading.ReadAsync(Address, id, Cancel)).ShouldBeTrue();

        (await app.Reporter().GetAsync($"{Path}/{id}/facts")).Text.ShouldBe(first.Text);
        (await StateAsync(app)).ShouldBe("read");
    }

    [Fact]
    public async Task Read_BlobWhoseRowWasNeverWritten_IsAdopted()
    {
        await using var app = await StartAsync();
        var id = EvidenceId.Parse(await UploadAsync(app, "informe ñ.txt", Report), null);
        await new TableServiceClient(storage)
            .GetTableClient(EvidenceTable.Name)
            .DeleteEntityAsync("plan-de-prueba", $"2023-II|022|{id}", cancellationToken: Cancel);

        (await app.Get<EvidenceReading>().ReadAsync(Address, id, Cancel)).ShouldBeTrue();

        var file = (await app.Reporter().GetAsync(Path)).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!;
        ((string)file["name"]!).ShouldBe("informe ñ.txt");
        ((string)file["state"]!).ShouldBe("read");
    }

    public static TheoryData<string, byte[], string> NoEvidence =>
        new()
        {
            { "con macros.docx", TestOffice.AddIn(), "rejected" },
            { "cortado.docx", "PK\u0003\u0004\0\0\0\0"u8.ToArray(), "unreadable" },
        };

    [Theory]
    [MemberData(nameof(NoEvidence))]
    public async Task Read_FileThatIsNoEvidence_EndsInAStatedOutcome(string name, byte[] content, string state)
    {
        await using var app = await StartAsync();
        var id = EvidenceId.Parse(await UploadAsync(app, name, content), null);

        await app.Get<EvidenceReading>().ReadAsync(Address, id, Cancel);

        (await StateAsync(app)).ShouldBe(state);
        var facts = (await app.Reporter().GetAsync($"{Path}/{id}/facts")).ShouldBeOk().Json;
        ((string?)facts["documents"]![0]!["trouble"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task GiveUp_FileNotYetRead_IsUnreadable()
    {
        await using var app = await StartAsync();
        var id = EvidenceId.Parse(await UploadAsync(app, "informe.txt", Report), null);

        await app.Get<EvidenceReading>().GiveUpAsync(Address, id, Cancel);

        (await StateAsync(app)).ShouldBe("unreadable");
        (await app.Reporter().GetAsync($"{Path}/{id}/facts")).ShouldBeProblem(404, "facts-unknown");
    }

    private async Task<AppDriver> StartAsync(bool listens = false)
    {
        var app = await AppDriver.StartAsync(storage, listens: listens);
        await app.AddAsync(new TestPlan().Activity(22).Build());
        return app;
    }

    private static Task<string> UploadAsync(AppDriver app, string name, string text) =>
        UploadAsync(app, name, Encoding.UTF8.GetBytes(text));

    private static async Task<string> UploadAsync(AppDriver app, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        content.Headers.Add(EvidenceUpload.UploadIdHeader, Guid.NewGuid().ToString());
        content.Add(new ByteArrayContent(bytes), "file", name);
        var answer = await app.Reporter().SendAsync(HttpMethod.Post, Path, content: content);
        return (string)answer.ShouldBeOk().Json[0]!["id"]!;
    }

    private static async Task<JsonNode> FactsAsync(AppDriver app, string id)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var answer = await app.Reporter().GetAsync($"{Path}/{id}/facts");
            if (answer.Status == 200 && await StateAsync(app) != "received")
            {
                return answer.Json;
            }

            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException("The file was not read within 20 s.");
    }

    private static async Task<string> StateAsync(AppDriver app) =>
        (string)(await app.Reporter().GetAsync(Path)).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!["state"]!;
}
