using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Plans.Amendments;

/// <summary>An agreement of the plan's group as the document of an amendment.</summary>
public sealed class AmendmentAgreementTests(AzuriteFixture azurite)
{
    private static readonly string Amendments = $"{AppDriver.Plan()}/amendments";

    [Fact]
    public async Task Amend_ByAnAgreement_KeepsItsSessionAndNumber()
    {
        await using var app = await StartAsync(AppDriver.Plan());
        var id = Guid.NewGuid();

        (await app.Secretariat().PostAsync(Amendments, null, Suspend(id, 1))).ShouldBeOk();
        (await app.Secretariat().PostAsync(Amendments, null, Suspend(id, 1))).ShouldBeOk();

        var listed = (await app.Secretariat().GetAsync(Amendments)).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!;
        listed["amendment"]!["agreement"]!.ToJsonString().ShouldBe("""{"session":"2023-002","number":1}""");
        (await StoredAudit.ReadAsync(app))
            .First(entry => entry.Action == "suspendActivity")
            .Details.ShouldContain("\"agreement\":{\"session\":\"2023-002\",\"number\":1}");
    }

    [Fact]
    public async Task Amend_ByAnAgreementThatIsNotThere_IsRefused()
    {
        await using var app = await StartAsync(AppDriver.Plan());

        (await app.Secretariat().PostAsync(Amendments, null, Suspend(Guid.NewGuid(), 3))).ShouldBeProblem(
            422,
            "amendment-agreement-unknown",
            "agreement"
        );
        (await app.Secretariat().GetAsync(Amendments)).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Amend_ByAnAgreementOfAnotherPlansGroup_IsRefused()
    {
        await using var app = await StartAsync("/api/plans/otro-plan");

        (await app.Secretariat().PostAsync(Amendments, null, Suspend(Guid.NewGuid(), 1))).ShouldBeProblem(
            422,
            "amendment-agreement-unknown",
            "agreement"
        );
    }

    private static object Suspend(Guid id, int agreement) =>
        new
        {
            kind = "suspendActivity",
            id,
            reason = "La actividad 31 cubre lo mismo",
            legalDocument = "Acta 002-2023-CSIG, acuerdo 1",
            agreement = new { session = "2023-002", number = agreement },
            activity = 62,
            mergedInto = 31,
        };

    /// <summary>The app with a plan, and a group with a session for the plan at an address.</summary>
    private async Task<AppDriver> StartAsync(string plan)
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(31).Activity(62).Build());
        var secretariat = app.As($"secretariat {plan.Split('/')[^1]}");
        (await secretariat.PutAsync($"{plan}/group", 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        var session = TestGroup.Json(TestGroup.Held);
        (await secretariat.PutAsync($"{plan}/group/sessions/2023-002", 0, session)).ShouldBeOk();
        return app;
    }
}
