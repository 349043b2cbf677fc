using Avance.Functions.Access;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Access;

public sealed class MemberApiTests(AzuriteFixture azurite)
{
    private const string Members = "/api/plans/plan-de-prueba/members";
    private static readonly string Account = $"{Members}/0f8fad5b-d9cb-469f-a165-70867728950e";

    private readonly string storage = azurite.NewAccount();

    [Fact]
    public async Task Put_FirstSecretariatOfAPlanThatIsNotThereYet_NamesTheOthersOnceItIs()
    {
        await using var app = await AppDriver.StartAsync(
            storage,
            environment: "Production",
            configure: AppDriver.SignIn
        );
        var person = Guid.NewGuid();
        var national = As(app, new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat"));
        var secretariat = As(app, new TestPrincipal(person, "Avance.Secretariat"));
        (await secretariat.GetAsync(Members)).ShouldBeProblem(403, "not-allowed");

        (await national.PutAsync($"{Members}/{person}", null, new { role = "secretariat" })).ShouldBeOk();

        await app.AddAsync(new TestPlan().Activity(34).Build());
        var reporter = new { role = "unitReporter", unit = "OGRH" };
        (await secretariat.PutAsync(Account, null, reporter)).ShouldBeOk();
        var listed = (await secretariat.GetAsync(Members)).ShouldBeOk().Json.AsArray();
        listed.Select(member => (string?)member!["role"]).ShouldBe(["secretariat", "unitReporter"], ignoreOrder: true);
        listed.Select(member => (string?)member!["namedBy"]).ShouldContain($"entra:{person}");
        (await national.SendAsync(HttpMethod.Delete, Account)).ShouldBeProblem(403, "not-allowed");
        (await national.PutAsync(Account, null, new { role = "secretariat" })).ShouldBeProblem(403, "not-allowed");
        (await national.SendAsync(HttpMethod.Delete, $"{Members}/{person}")).Status.ShouldBe(204);
        (await secretariat.GetAsync(Members)).ShouldBeProblem(403, "not-allowed");
    }

    [Fact]
    public async Task Put_SameAgain_ChangesNothing()
    {
        await using var app = await StartAsync();
        var first = (await app.Secretariat().PutAsync(Account, null, new { role = "reader" })).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = (await app.Secretariat().PutAsync(Account, null, new { role = "reader" })).ShouldBeOk();
        (await app.Secretariat().PutAsync(Account, null, new { role = "unitReporter", unit = "OGRH" })).ShouldBeOk();
        (await app.Secretariat().SendAsync(HttpMethod.Delete, Account)).Status.ShouldBe(204);
        (await app.Secretariat().SendAsync(HttpMethod.Delete, Account)).Status.ShouldBe(204);

        again.Text.ShouldBe(first.Text);
        (await StoredAudit.ReadAsync(app))
            .Where(entry => entry.Action != "import")
            .Select(entry => $"{entry.Action} {entry.Details}")
            .ShouldBe(
                ["nameMember Reader", "nameMember UnitReporter OGRH", "dismissMember UnitReporter OGRH"],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("""{"role":"unitReporter"}""", "member-without-unit", "unit")]
    [InlineData("""{"role":"unitReporter","unit":"NADIE"}""", "unit-unknown", "unit")]
    [InlineData("""{"role":"reader","unit":"OGRH"}""", "member-with-unit", "unit")]
    [InlineData("""{"role":"nationalSecretariat"}""", "member-role", "role")]
    [InlineData("""{"role":"guest"}""", "member-role", "role")]
    public async Task Put_PartThatIsNone_IsRefused(string body, string code, string field)
    {
        await using var app = await StartAsync();

        (await app.Secretariat().PutAsync(Account, null, body)).ShouldBeProblem(422, code, field);
    }

    [Fact]
    public async Task Put_NoObjectId_IsRefused()
    {
        await using var app = await StartAsync();

        (await app.Secretariat().PutAsync($"{Members}/rosa", null, new { role = "reader" })).ShouldBeProblem(
            422,
            "member-id",
            "memberId"
        );
    }

    [Fact]
    public async Task Call_PrincipalWhereThePlatformIsNotTrusted_IsNobody()
    {
        await using var app = await AppDriver.StartAsync(storage, environment: "Production");

        (
            await As(app, new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat")).GetAsync("/api/plans")
        ).ShouldBeProblem(401, "not-signed-in");
    }

    private static ApiClient As(AppDriver app, TestPrincipal principal) =>
        app.With(principal.Header(), ("Authorization", "Bearer x"));

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(storage);
        await app.AddAsync(new TestPlan().Activity(34).Build());
        return app;
    }
}
