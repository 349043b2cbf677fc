using Avance.Functions.Groups;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Groups;

/// <summary>The group of a plan and its sessions, over HTTP.</summary>
public sealed class WorkingGroupApiTests(AzuriteFixture azurite)
{
    private static readonly string Group = $"{AppDriver.Plan()}/group";
    private static readonly string Session = $"{Group}/sessions/2023-002";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_NewGroup_IsThePlansAndAudited()
    {
        await using var app = await StartAsync();
        (await app.Secretariat().GetAsync(Group)).ShouldBeProblem(404, "group-unknown");

        var put = (await app.Secretariat().PutAsync(Group, 0, Request())).ShouldBeOk();

        put.Header("ETag").ShouldBe("\"1\"");
        var read = (await app.Secretariat().GetAsync(Group)).ShouldBeOk();
        read.Text.ShouldBe(put.Text);
        ((string?)read["group"]!["chair"]!["person"]).ShouldBe("Ana Invent");
        ((bool)read["mayManage"]!).ShouldBeTrue();
        ((int)read["quorum"]!["percent"]!).ShouldBe(50);
        (await AuditAsync(app)).ShouldBe([
            """putGroup CSIG-MIMP RM N° 296-2017-MIMP {"version":1,"members":3,"plans":["plan-de-prueba"]}""",
        ]);
    }

    [Fact]
    public async Task Get_ByAReader_HasOrganisationsAndNoPeople()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeOk();
        var reader = app.As("reader plan-de-prueba");

        string[] answers =
        [
            (await reader.GetAsync(Group)).ShouldBeOk().Text,
            (await reader.GetAsync($"{Group}/sessions")).ShouldBeOk().Text,
            (await reader.GetAsync(Session)).ShouldBeOk().Text,
        ];

        answers.ShouldAllBe(text => text.Contains("OGRH") && !text.Contains("Prueba\"") && !text.Contains('@'));
        answers[0].ShouldNotContain("Sara");
        (await app.As("national-secretariat").GetAsync(Group)).ShouldBeOk().Text.ShouldContain("sara@entidad.example");
    }

    [Fact]
    public async Task Put_GroupOfAnotherPlan_IsNotTakenOver()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        var other = app.Secretariat(new PlanId("otro-plan"));

        (await other.PutAsync("/api/plans/otro-plan/group", 1, Request())).ShouldBeProblem(
            409,
            "group-of-another-plan",
            "id"
        );

        (await other.GetAsync("/api/plans/otro-plan/group")).ShouldBeProblem(404, "group-unknown");
        (await app.Secretariat().PutAsync(Group, 1, TestGroup.Json(Named("GTIG-OTRO")))).ShouldBeProblem(
            409,
            "plan-has-another-group",
            "id"
        );
    }

    [Fact]
    public async Task RegisteredGroup_IsChangedByTheNationalSecretariatUntilItHasAPlan()
    {
        await using var app = await StartAsync();
        var national = app.As("national-secretariat");
        const string Path = "/api/groups/csig-mimp";

        (await national.PutAsync(Path, 0, Request())).ShouldBeOk();
        (await app.Secretariat().PutAsync(Group, 1, Request())).ShouldBeProblem(409, "group-of-another-plan", "id");
        (await national.PutAsync("/api/groups/GTIG-X", 0, Request())).ShouldBeProblem(422, "group-id-differs", "id");
        (await national.PutAsync("/api/groups/-", 0, Request())).ShouldBeProblem(422, "group-id", "groupId");
        (await national.PutAsync($"{Path}/plans", 0, new { plans = new[] { "plan-de-prueba" } })).ShouldBeProblem(
            412,
            "group-changed",
            "If-Match"
        );
        (await national.PutAsync($"{Path}/plans", 1, new { plans = new[] { "plan-de-prueba" } })).ShouldBeOk();

        (await app.Secretariat().GetAsync(Group)).ShouldBeOk().Header("ETag").ShouldBe("\"2\"");
        (await national.PutAsync(Path, 2, TestGroup.Json(TestGroup.Request with { Body = "PCM" }))).ShouldBeProblem(
            409,
            "group-of-a-plan"
        );
        (
            await app.Secretariat().PutAsync(Group, 2, TestGroup.Json(TestGroup.Request with { Body = "PCM" }))
        ).ShouldBeOk();
        (await national.GetAsync("/api/groups")).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!["body"]!
            .GetValue<string>()
            .ShouldBe("PCM");
        (await AuditAsync(app)).Select(entry => entry.Split(' ')[0]).ShouldBe(["putGroup", "linkGroup"]);
    }

    [Fact]
    public async Task Link_PlanOfAnotherGroup_IsRefusedAndUnlinkingFreesIt()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        var national = app.As("national-secretariat");
        (await national.PutAsync("/api/groups/GTIG-OTRO", 0, TestGroup.Json(Named("GTIG-OTRO")))).ShouldBeOk();
        var plans = new { plans = new[] { "otro-plan", "plan-de-prueba" } };

        (await national.PutAsync("/api/groups/GTIG-OTRO/plans", 1, plans)).ShouldBeProblem(
            422,
            "group-plan-taken",
            "plans[1]"
        );
        (await national.PutAsync("/api/groups/CSIG-MIMP/plans", 1, new { plans = Array.Empty<string>() })).ShouldBeOk();
        (await app.Secretariat().GetAsync(Group)).ShouldBeProblem(404, "group-unknown");
        (await national.PutAsync("/api/groups/GTIG-OTRO/plans", 1, plans)).ShouldBeOk();

        ((string)(await app.Secretariat().GetAsync(Group)).ShouldBeOk()["group"]!["id"]!).ShouldBe("GTIG-OTRO");
        (await national.PutAsync("/api/groups/NADIE/plans", 0, plans)).ShouldBeProblem(404, "group-unregistered");
    }

    [Fact]
    public async Task Put_SameAgain_ChangesNothing()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeOk();
        var before = await RowsAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));

        (await app.Secretariat().PutAsync(Group, 0, Request())).ShouldBeOk();
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeOk();

        (await RowsAsync()).ShouldBe(before);
        (await AuditAsync(app)).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Put_UnchangedByAnother_IsAuditedAsWhatMadeTheVersion()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        var duty = new { document = "Informe 012-2023-OGPPM", date = "2023-12-01" };
        (await app.Secretariat().PutAsync($"{Group}/duties/informe-anual/2023", 1, duty)).ShouldBeOk();

        (await app.Secretariat().PutAsync(Group, 2, Request())).ShouldBeOk();

        (await AuditAsync(app))
            .Select(entry => entry.Split(' ')[0])
            .ShouldBe(["putGroup", "fulfilDuty"], ignoreOrder: true);
    }

    [Fact]
    public async Task Put_WithoutAMemberWhoAttended_IsRefused()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        var request = TestGroup.Request with { Members = [.. TestGroup.Request.Members!.Skip(1)] };
        // While no session names a member, the member may be removed.
        (await app.Secretariat().PutAsync(Group, 1, TestGroup.Json(request))).ShouldBeOk();
        (await app.Secretariat().PutAsync(Group, 2, Request())).ShouldBeOk();
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeOk();

        var refused = await app.Secretariat().PutAsync(Group, 3, TestGroup.Json(request));

        refused.ShouldBeProblem(422, "group-member-removed", "members");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_ThatCrashesAtEachWrite_IsThereOnceWhenItIsRepeated(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            var secretariat = driver.App.Secretariat();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;

            var first = await secretariat.PutAsync(Group, 0, Request());
            driver.Faults.Reset();
            driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
            (await secretariat.PutAsync(Group, 0, Request())).ShouldBeOk().Header("ETag").ShouldBe("\"1\"");

            (await secretariat.GetAsync(Group)).ShouldBeOk();
            (await AuditAsync(driver.App)).Count().ShouldBe(1);
            if (first.Status == 200)
            {
                write.ShouldBe(4);
                return;
            }
        }
    }

    [Fact]
    public async Task Session_HeldWithAgreements_HasItsNumberAndQuorum()
    {
        await using var app = await StartAsync();
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeProblem(
            404,
            "group-unknown"
        );
        await RegisterAsync(app);

        var put = (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Held))).ShouldBeOk();

        ((string)put["minutes"]!).ShouldBe("Acta 002-2023-CSIG");
        put["quorum"]!.ToJsonString().ShouldBe("""{"voting":3,"present":2,"needed":2,"isReached":true}""");
        put["overdue"]!.AsArray().ShouldBeEmpty();
        app.Clock.SetUtcNow(TestPlan.Due);
        (await app.Secretariat().GetAsync(Session)).ShouldBeOk()["overdue"]!.ToJsonString().ShouldBe("[2]");

        var done = new { state = "done", document = "Memorando 040-2023-OGRH" };
        (await app.Secretariat().PutAsync($"{Session}/agreements/2", 1, done)).ShouldBeOk();
        (await app.Secretariat().PutAsync($"{Session}/agreements/2", 1, done)).ShouldBeOk();
        (await app.Secretariat().PutAsync($"{Session}/agreements/9", 2, done)).ShouldBeProblem(
            404,
            "group-agreement-unknown"
        );
        (await app.Secretariat().GetAsync(Session)).ShouldBeOk()["overdue"]!.AsArray().ShouldBeEmpty();
        (await app.Secretariat().GetAsync($"{Group}/sessions/2023-2")).ShouldBeProblem(404, "group-session-unknown");
        (await AuditAsync(app))
            .Last()
            .ShouldBe(
                """followAgreement CSIG-MIMP 2023-002 Acta 002-2023-CSIG {"version":2,"state":"held","agreements":2}"""
            );
    }

    [Fact]
    public async Task Duty_DoneInAYear_IsNoted()
    {
        await using var app = await StartAsync();
        await RegisterAsync(app);
        var done = new { document = "Informe 012-2023-OGPPM", date = "2023-01-30" };

        var put = (await app.Secretariat().PutAsync($"{Group}/duties/informe-anual/2023", 1, done)).ShouldBeOk();

        put["group"]!["duties"]![0]!["done"]!
            .ToJsonString()
            .ShouldBe("""[{"year":2023,"document":"Informe 012-2023-OGPPM","date":"2023-01-30"}]""");
        (await app.Secretariat().PutAsync($"{Group}/duties/informe-anual/x", 2, done)).ShouldBeProblem(
            422,
            "group-duty-year",
            "year"
        );
    }

    private static string Request() => TestGroup.Json(TestGroup.Request);

    private static WorkingGroupRequest Named(string id) => TestGroup.Request with { Id = new WorkingGroupId(id) };

    private static async Task RegisterAsync(AppDriver app) =>
        (await app.Secretariat().PutAsync(Group, 0, Request())).ShouldBeOk();

    private static async Task<IEnumerable<string>> AuditAsync(AppDriver app) =>
        (await StoredAudit.ReadAsync(app))
            .Reverse()
            .Where(entry => entry.Action != "import")
            .Select(entry => $"{entry.Action} {entry.Subject} {entry.LegalDocument} {entry.Details}");

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(storage);
        await app.AddAsync(new TestPlan().Activity(31).Activity(62).Build());
        return app;
    }

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await new TableServiceClient(storage)
            .GetTableClient(WorkingGroupTable.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.PartitionKey} {row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
}
