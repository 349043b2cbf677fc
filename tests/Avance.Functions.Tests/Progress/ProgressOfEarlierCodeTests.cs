using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Progress;

/// <summary>
/// Progress as earlier code stored it, each draft being a version: of activity 34 two drafts, a submission, a return and
/// two drafts; of 35 a draft.
/// </summary>
public sealed class ProgressOfEarlierCodeTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Path = AppDriver.Progress(34);
    private AppDriver app = null!;
    private ApiClient unit = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var account = azurite.NewAccount();
        app = await AppDriver.StartAsync(account);
        await StoredRows.AddAsync(account, ProgressTable.Name, Cancel);
        await app.AddAsync(new TestPlan().Activity(34, carriedOver: 5).Activity(35).Build());
        unit = app.Reporter();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Get_IsReadAsItWas()
    {
        var current = (await unit.GetAsync(Path)).ShouldBeOk();

        (current.Version, current.State, current.Header("ETag")).ShouldBe((6, "returned", "\"6\""));
        ((string?)current["content"]!["narrative"]).ShouldBe("Texto 6");
        ((string?)current["observation"]).ShouldBe("Adjunte la lista de asistencia por sexo.");
        (await VersionsAsync(34)).ShouldBe([(3, "submitted"), (4, "returned")]);
        (await VersionsAsync(35)).ShouldBeEmpty();
        var receipt = (await unit.GetAsync($"{AppDriver.Plan()}/periods/2023-II/activities/34/receipt")).ShouldBeOk();
        ((string?)receipt["number"]).ShouldBe("2023-II-034-0003");
        var address = new ProgressAddress(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
        ActivityProgressStatusReader
            .ReturnOf(await app.Get<ProgressTable>().VersionsAsync(address, Cancel))
            .ShouldNotBeNull()
            .Version.ShouldBe(4);
    }

    [Fact]
    public async Task Put_GoesOnFromTheDraftOfThen()
    {
        (await unit.PutAsync(Path, 5, Body("draft", 7))).ShouldBeProblem(412, "progress-changed", "If-Match");
        (await unit.PutAsync(Path, 6, Body("draft", 7))).ShouldBeOk().Version.ShouldBe(7);
        (await unit.PutAsync(Path, 7, Body("draft", 8))).ShouldBeOk().Version.ShouldBe(8);
        (await unit.PutAsync(Path, 8, Body("submit", 9))).ShouldBeOk().State.ShouldBe("resubmitted");
        (await app.Secretariat().PostAsync($"{Path}/review", 9, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();
        (await unit.PutAsync(AppDriver.Progress(35), 1, SentProgress.Submission(Guid.NewGuid()))).ShouldBeOk();

        (await VersionsAsync(34)).ShouldBe([(3, "submitted"), (4, "returned"), (9, "resubmitted"), (10, "returned")]);
        (await VersionsAsync(35)).ShouldBe([(2, "submitted")]);
    }

    [Fact]
    public async Task Put_SavedThenAndNowAgain_GivesTheReceiptOfThen()
    {
        var id = Guid.Parse("00000000-0000-0000-0000-000000000009");

        var answer = await unit.PutAsync(AppDriver.Progress(35), 0, SentProgress.Draft(id, 4, "Borrador de antes"));

        (answer.ShouldBeOk().Version, answer.State).ShouldBe((1, "draft"));
    }

    private static object Body(string action, decimal executed) =>
        new
        {
            submissionId = Guid.NewGuid(),
            action,
            goals = new[] { 2022, 2023 }.Select(year => new
            {
                year,
                outcome = "reported",
                executed,
            }),
            narrative = $"Texto {executed}",
            documentsCited = new[] { "INFORME N° 000215-2023-MIMP-ODTH" },
        };

    private async Task<IEnumerable<(int, string?)>> VersionsAsync(int activity) =>
        (await unit.GetAsync($"{AppDriver.Progress(activity)}/versions"))
            .ShouldBeOk()
            .Json.AsArray()
            .Select(version => ((int)version!["version"]!, (string?)version["state"]))
            .ToList();
}
