using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports.RecommendationChecks;

/// <summary>A plan checked against the recommendations of the one before, by accounts that have a part in both.</summary>
public sealed class RecommendationCheckApiTests(AzuriteFixture azurite)
{
    private static readonly PlanId Next = new("plan-siguiente");
    private static readonly string Path = $"{AppDriver.Plan(Next)}/recommendation-check";
    private static readonly string Of = $"?of={TestPlan.Id}";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ByAnAccountOfBothPlans_ListsWhatIsOpenWithWhatAnswersIt()
    {
        await using var app = await StartAsync();
        var account = await AccountAsync(app, (Next, Role.Secretariat), (TestPlan.Id, Role.Secretariat));

        var check = (await account.GetAsync(Path + Of)).ShouldBeOk();

        ((string)check["ofName"]!, (string)check["period"]!, (int)check["open"]!).ShouldBe(
            ("Plan de prueba", "2023-II", 2)
        );
        check["recommendations"]!
            .AsArray()
            .Select(one => $"{one!["unit"]} {one["activity"]} {one["match"]} {one["answeredBy"]} {one["state"]}")
            .ShouldBe(["OGRH 1 sameActivity 1 open", "OGRH 2 none  open"]);
    }

    [Fact]
    public async Task Put_Decision_IsKeptOnceAndCanBeOpenedAgain()
    {
        await using var app = await StartAsync();
        var account = await AccountAsync(app, (Next, Role.Secretariat), (TestPlan.Id, Role.Secretariat));
        var path = await PathAsync(account);
        var body = new { state = "notApplicable", note = "La actividad pasó a otra entidad." };

        var first = (await account.PutAsync(path, 0, body)).ShouldBeOk();
        var rows = await RowsAsync(app);
        var again = (await account.PutAsync(path, 0, body)).ShouldBeOk();

        (first.Version, (string)first["state"]!, first.Header("ETag")).ShouldBe((1, "notApplicable", "\"1\""));
        again.Text.ShouldBe(first.Text);
        (await RowsAsync(app)).ShouldBe(rows);
        (await AuditAsync(app)).ShouldBe(["NotApplicable La actividad pasó a otra entidad."]);
        (await account.GetAsync(Path + Of)).ShouldBeOk()["open"]!.GetValue<int>().ShouldBe(1);
        (await account.PutAsync(path, 0, new { state = "open" })).ShouldBeProblem(412, "edit-changed", "If-Match");
        var opened = (await account.PutAsync(path, 1, new { state = "open" })).ShouldBeOk();
        ((string)opened["state"]!, (string)opened["note"]!, opened.Version).ShouldBe(("open", "", 2));
    }

    [Fact]
    public async Task Put_WithoutAReason_IsRefusedAtItsField()
    {
        await using var app = await StartAsync();
        var account = await AccountAsync(app, (Next, Role.Secretariat), (TestPlan.Id, Role.Reader));
        var path = await PathAsync(account);

        (await account.PutAsync(path, 0, new { state = "notApplicable", note = "No." })).ShouldBeProblem(
            422,
            "check-reason",
            "note"
        );
        (await account.PutAsync(path, null, new { state = "addressed" })).ShouldBeProblem(
            428,
            "if-match-missing",
            "If-Match"
        );
        var unknown = $"{Path}/d-0123456789abcdef{Of}";
        (await account.PutAsync(unknown, 0, new { state = "addressed" })).ShouldBeProblem(
            404,
            "recommendation-unknown"
        );
    }

    [Fact]
    public async Task Call_ByWhoMayNotReadThePlanBefore_IsRefused()
    {
        await using var app = await StartAsync();
        var stranger = await AccountAsync(app, (Next, Role.Secretariat));
        var reporter = await AccountAsync(app, (Next, Role.Secretariat), (TestPlan.Id, Role.UnitReporter));
        var both = await AccountAsync(app, (Next, Role.Secretariat), (TestPlan.Id, Role.Reader));
        var path = await PathAsync(both);

        foreach (var account in new[] { stranger, reporter })
        {
            (await account.GetAsync(Path + Of)).ShouldBeProblem(403, "other-plan-not-allowed", "of");
            (await account.PutAsync(path, 0, new { state = "addressed" })).ShouldBeProblem(
                403,
                "other-plan-not-allowed",
                "of"
            );
        }

        (await both.GetAsync(Path)).ShouldBeProblem(422, "other-plan", "of");
        (await both.GetAsync($"{Path}?of={Next}")).ShouldBeProblem(422, "other-plan", "of");
        (await both.GetAsync($"{Path}?of=otro-mas")).ShouldBeProblem(403, "other-plan-not-allowed", "of");
    }

    [Fact]
    public async Task Put_ByAReaderOfTheNewPlan_IsRefused()
    {
        await using var app = await StartAsync();
        var reader = await AccountAsync(app, (Next, Role.Reader), (TestPlan.Id, Role.Secretariat));

        var path = await PathAsync(reader);

        (await reader.PutAsync(path, 0, new { state = "addressed" })).ShouldBeProblem(403, "not-allowed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Decide_ThatCrashesAtEachWrite_IsThereOnceWhenItIsRepeated(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            await driver.App.AddAsync(new TestPlan().Activity(22).Build() with { Id = Next });
            var handler = driver.App.Get<RecommendationCheckHandler>();
            var check = (await handler.CheckAsync(Next, TestPlan.Id, Cancel)).ShouldSucceed();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;

            var crashed = false;
            try
            {
                await DecideAsync();
            }
            catch (CrashException)
            {
                crashed = true;
            }

            driver.Faults.Reset();
            (await DecideAsync()).Version.ShouldBe(1);
            (await AuditAsync(driver.App)).ShouldBe(["Addressed Lo hace la actividad 22."]);
            if (!crashed)
            {
                write.ShouldBeGreaterThan(2);
                return;
            }

            async Task<CheckedRecommendation> DecideAsync() =>
                (
                    await handler.DecideAsync(
                        Next,
                        TestPlan.Id,
                        check.Recommendations[0].Id,
                        0,
                        new CheckRequest(CheckState.Addressed, "Lo hace la actividad 22."),
                        new Caller(Role.Secretariat, Next, null, "cuenta-1"),
                        Cancel
                    )
                ).ShouldSucceed();
        }
    }

    /// <summary>Nothing was sent of either activity of the plan before; the next plan has the first one only.</summary>
    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(
            storage,
            TestPlan.Closes,
            environment: "Production",
            configure: AppDriver.SignIn
        );
        var plan = new TestPlan().Activity(1).Activity(2).Build();
        plan = plan with
        {
            Activities =
            [
                plan.Activities[0] with
                {
                    Title = "Capacitar al personal",
                },
                plan.Activities[1] with
                {
                    Title = "Difundir la campaña anual",
                },
            ],
        };
        await app.AddAsync(plan);
        await app.AddAsync(
            plan with
            {
                Id = Next,
                Activities = [plan.Activities[0]],
                Goals = [.. plan.Goals.Where(goal => goal.Activity.Value == 1)],
            }
        );
        return app;
    }

    private static async Task<ApiClient> AccountAsync(AppDriver app, params (PlanId Plan, Role Role)[] parts)
    {
        var id = Guid.NewGuid();
        foreach (var (plan, role) in parts)
        {
            UnitCode? unit = role == Role.UnitReporter ? new UnitCode("OGRH") : null;
            await app.Get<MemberTable>().PutAsync(new Member(plan, id, role, unit, "test", TestPlan.Opens), Cancel);
        }

        var roles = new[] { "Avance.Secretariat", "Avance.Reader", "Avance.UnitReporter" };
        return app.With(new TestPrincipal(id, roles).Header(), ("Authorization", "Bearer x"));
    }

    private static async Task<string> PathAsync(ApiClient account)
    {
        var first = (await account.GetAsync(Path + Of)).ShouldBeOk()["recommendations"]![0]!["id"];
        return $"{Path}/{first}{Of}";
    }

    private static async Task<IEnumerable<string>> AuditAsync(AppDriver app) =>
        (await StoredAudit.ReadAsync(app.Get<TableServiceClient>(), Next))
            .Where(entry => entry.Action == "checkRecommendation")
            .Select(entry => $"{entry.Details} {entry.Reason}");

    private static async Task<IReadOnlyList<string>> RowsAsync(AppDriver app) =>
        await app.Get<TableServiceClient>()
            .GetTableClient(RecommendationChecksTable.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
}
