using Avance.Functions.Documents;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Evidence;

public sealed class EvidenceAuditTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Audit_OfEvidence_HasWhoSentAndWhoSawEachFile()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var browser = await Browser.ByLinkAsync(app);
        var upload = Guid.NewGuid();

        var sent = (await UploadAsync(browser, upload)).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await UploadAsync(browser, upload)).ShouldBeOk();
        var file = $"{Evidence}/{sent.Json[0]!["id"]}";
        (await app.Secretariat().GetAsync($"{file}/content")).Status.ShouldBe(200);
        (await app.Secretariat().GetAsync($"{file}/content")).Status.ShouldBe(200);
        (await app.Secretariat().GetAsync($"{file}/facts")).ShouldBeProblem(404, "facts-unknown");
        var address = new ProgressAddress(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
        var id = EvidenceId.Parse((string)sent.Json[0]!["id"]!, null);
        await app.Get<FactBlobs>()
            .TrySaveAsync(address, id, new EvidenceFacts([]), null, TestContext.Current.CancellationToken);
        (await app.Secretariat().GetAsync($"{file}/facts")).ShouldBeOk();
        (await app.Reporter("DTEG").GetAsync($"{file}/content")).ShouldBeProblem(404, "activity-unknown");
        (await app.Secretariat().GetAsync($"{Evidence}/{new string('0', 32)}/content")).Status.ShouldBe(404);

        var entries = await EntriesAsync(app);
        entries
            .Select(entry => $"{entry.Action} {entry.By.Split(':')[0]}")
            .ShouldBe(
                ["viewEvidence dev", "viewEvidence dev", "viewEvidenceFacts dev", "sendEvidence link"],
                ignoreOrder: true
            );
        entries.ShouldAllBe(entry => entry.Subject == $"2023-II 34 {sent.Json[0]!["id"]}");
        entries.ShouldAllBe(entry => !entry.ToString().Contains("Rosa"));
    }

    [Fact]
    public async Task Audit_OfRereading_HasWhoAskedForWhichPeriod()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());

        var answer = await app.Secretariat()
            .SendAsync(HttpMethod.Post, $"{AppDriver.Plan()}/periods/2023-II/evidence/reread");

        answer.Status.ShouldBe(202);
        var entry = (await EntriesAsync(app)).ShouldHaveSingleItem();
        (entry.Action, entry.By, entry.Subject).ShouldBe(("rereadEvidence", "dev:secretariat", "2023-II"));
    }

    [Fact]
    public async Task Audit_OfAListWithFacts_HasEachCallerOnceAnHour()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var browser = await Browser.ByLinkAsync(app);
        var sent = (await UploadAsync(browser, Guid.NewGuid())).ShouldBeOk();
        var address = new ProgressAddress(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
        var id = EvidenceId.Parse((string)sent.Json[0]!["id"]!, null);
        (await app.Secretariat().GetAsync(Evidence)).ShouldBeOk();
        (await ActionsAsync(app)).ShouldBe(["sendEvidence link"]);

        await KeepFactsAsync(app, address, id);
        (await app.Secretariat().GetAsync(Evidence)).ShouldBeOk();
        (await app.Secretariat().GetAsync(Evidence)).ShouldBeOk();
        (await browser.Page.GetAsync(Evidence)).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await app.Secretariat().GetAsync(Evidence)).ShouldBeOk();

        (await ActionsAsync(app)).ShouldBe(
            ["listEvidenceFacts dev", "listEvidenceFacts dev", "listEvidenceFacts link", "sendEvidence link"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Audit_OfAFileTakenBackTwice_HasOnceWhoDidItAndNamesTheFileAsTheOthersDo()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var browser = await Browser.ByLinkAsync(app);
        var sent = (await UploadAsync(browser, Guid.NewGuid())).ShouldBeOk();

        (await browser.Page.SendAsync(HttpMethod.Delete, $"{Evidence}/{sent.Json[0]!["id"]}")).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await browser.Page.SendAsync(HttpMethod.Delete, $"{Evidence}/{sent.Json[0]!["id"]}")).ShouldBeOk();

        var entries = await EntriesAsync(app);
        entries
            .Select(entry => $"{entry.Action} {entry.By.Split(':')[0]}")
            .ShouldBe(["withdrawEvidence link", "sendEvidence link"], ignoreOrder: true);
        entries.ShouldAllBe(entry => entry.Subject == $"2023-II 34 {sent.Json[0]!["id"]}");
    }

    private static async Task KeepFactsAsync(AppDriver app, ProgressAddress address, EvidenceId id)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = (await app.Get<EvidenceTable>().FindAsync(address, id, cancel))!;
        var facts = new EvidenceFacts([new ExtractedDocument([], "lista.txt", null, true, null, 1, null, null)]);
        await app.Get<FactBlobs>().TrySaveAsync(address, id, facts, null, cancel);
        await app.Get<EvidenceTable>().TrySetStateAsync(file, EvidenceState.Read, "", cancel);
    }

    private static async Task<IEnumerable<string>> ActionsAsync(AppDriver app) =>
        (await EntriesAsync(app)).Select(entry => $"{entry.Action} {entry.By.Split(':')[0]}");

    private static async Task<List<AuditEntry>> EntriesAsync(AppDriver app) =>
        [
            .. (await StoredAudit.ReadAsync(app)).Where(entry =>
                entry.Action.Contains("Evidence", StringComparison.Ordinal)
            ),
        ];

    private static string Evidence => $"{AppDriver.Plan()}/periods/2023-II/activities/34/evidence";

    private static async Task<Answer> UploadAsync(Browser browser, Guid upload)
    {
        using var content = new MultipartFormDataContent();
        content.Headers.Add("X-Upload-Id", upload.ToString());
        content.Add(new StringContent("22 mujeres"), "file", "Lista de Rosa Quispe.txt");
        return await browser.Page.SendAsync(HttpMethod.Post, Evidence, content: content);
    }
}
