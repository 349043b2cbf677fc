using Avance.Functions.Access;
using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Access;

/// <summary>Every function of the app, called in production by everybody who has a session or an account.</summary>
public sealed partial class SignedInMatrixTests(SignedInMatrixTests.Production production)
    : IClassFixture<SignedInMatrixTests.Production>
{
    public static TheoryData<string> Functions => [.. HttpFunction.All.Select(function => function.Name).Distinct()];

    /// <summary>Those that change something and are not open to everybody.</summary>
    public static TheoryData<string> Changes =>
        [
            .. HttpFunction
                .All.Where(function => function.Method != "GET" && function.Permission != Permission.Anonymous)
                .Select(function => function.Name)
                .Distinct(),
        ];

    [Fact]
    public void Functions_OfTheApp_AreAllInTheTable() =>
        HttpFunction.All.Select(function => function.Name).Distinct().ShouldBe(Expected.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Call_ByEachCaller_IsAnsweredAsTheTableSays(string name)
    {
        foreach (var function in HttpFunction.All.Where(function => function.Name == name))
        {
            // Those who may revoke all links come last, so that the others' still work.
            var marks = new List<char>();
            foreach (var caller in production.Callers)
            {
                marks.Add(Mark(await CallAsync(caller, function)));
            }

            string.Concat(marks).ShouldBe(Expected[name].Replace(" ", "", StringComparison.Ordinal), function.Path);
            await production.RestoreAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_ByCookieWithoutTheTokenOrFromAnotherSite_IsRefused(string name)
    {
        var cookie = ("Cookie", production.Own.Cookie);
        var token = (AntiForgery.Header, production.Own.AntiForgery);
        foreach (var function in HttpFunction.All.Where(one => one.Name == name && one.Method != "GET"))
        {
            (await CallAsync(production.Own.Bare, function)).Code.ShouldBeOneOf("anti-forgery", "not-allowed");
            foreach (var site in new[] { "cross-site", "same-site", "none" })
            {
                var asked = await CallAsync(production.App.With(cookie, token, ("Sec-Fetch-Site", site)), function);
                asked.ShouldBeProblem(403, "other-origin");
            }

            var old = await CallAsync(production.App.With(cookie, token, ("Origin", "https://evil.example")), function);
            old.ShouldBeProblem(403, "other-origin");
            // What is for the national secretariat alone is refused to others before their token is asked for.
            var account = production.App.With(
                function.Permission
                    is Permission.ManageGroups
                        or Permission.BackUpPlans
                        or Permission.ManagePersonalData
                    ? new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat").Header()
                    : production.Secretariat
            );
            (await CallAsync(account, function)).ShouldBeProblem(403, "anti-forgery");
        }
    }

    [Fact]
    public async Task Change_WithTheTokenOfAnotherSession_IsRefused()
    {
        var put = HttpFunction.All.Single(function => function.Name == "PutProgress");
        var other = await Browser.ByLinkAsync(production.App);
        var mixed = production.App.With(
            ("Cookie", production.Own.Cookie),
            (AntiForgery.Header, other.AntiForgery),
            ("Sec-Fetch-Site", "same-origin")
        );

        (await CallAsync(mixed, put)).ShouldBeProblem(403, "anti-forgery");
        Mark(await CallAsync(production.Own.Page, put)).ShouldBe('+');
    }

    [Fact]
    public async Task Change_ByAnAccountWithThePagesToken_IsTaken()
    {
        var session = (await production.App.With(production.Secretariat).GetAsync("/api/session")).ShouldBeOk();
        var page = production.App.With(production.Secretariat, (AntiForgery.Header, (string)session["antiForgery"]!));

        (
            await page.PostAsync("/api/plans/plan-de-prueba/links", null, new { unit = "OGRH", period = "2023-II" })
        ).Status.ShouldBe(201);
    }

    [Fact]
    public async Task ListPlans_OfEachAccount_AreThoseItHasAPartIn()
    {
        (await ListAsync(4)).ShouldBe("plan-de-prueba");
        (await ListAsync(6)).ShouldBe("otro-plan");
        (await ListAsync(11)).ShouldBe("otro-plan,plan-de-prueba");
        (await ListAsync(12)).ShouldBe("");
        (await ListAsync(0)).ShouldBe("plan-de-prueba");

        async Task<string> ListAsync(int caller) =>
            string.Join(
                ',',
                (await production.Callers[caller].GetAsync("/api/plans"))
                    .ShouldBeOk()
                    .Json.AsArray()
                    .Select(plan => (string?)plan!["id"])
            );
    }

    private static Task<Answer> CallAsync(ApiClient client, HttpFunction function) =>
        client.SendAsync(
            new HttpMethod(function.Method),
            function.Path,
            "\"0\"",
            function.Method == "GET" ? null : ApiClient.Json(SentProgress.Draft(Guid.NewGuid()))
        );

    private static char Mark(Answer answer) =>
        answer.Status switch
        {
            403 when answer.Code == "not-allowed" => 'x',
            404 when answer.Code == "activity-unknown" => '0',
            403 when answer.ContentType?.MediaType == "text/html" => '+',
            401 or 403 or >= 500 => '!',
            _ => '+',
        };

    /// <summary>An app as in Azure, which trusts the platform, with two plans and their members.</summary>
    public sealed class Production(AzuriteFixture azurite) : IAsyncLifetime
    {
        private static readonly PlanId Other = new("otro-plan");
        private AppDriver? app;
        private Browser? own;
        private ApiClient[] links = [];
        private ApiClient[] accounts = [];

        public AppDriver App => app!;

        /// <summary>The first of the callers.</summary>
        public Browser Own => own!;

        public (string Name, string Value) Secretariat { get; private set; }

        public IReadOnlyList<ApiClient> Callers => [.. links, .. accounts];

        public async ValueTask InitializeAsync()
        {
            app = await AppDriver.StartAsync(
                azurite.NewAccount(),
                environment: "Production",
                configure: AppDriver.SignIn
            );
            var plan = new TestPlan().Activity(34, carriedOver: 70).Activity(35, "DTEG").Build();
            await app.AddAsync(plan);
            await app.AddAsync(plan with { Id = Other });
            var secretariat = await AccountAsync("Avance.Secretariat", TestPlan.Id, Role.Secretariat);
            Secretariat = secretariat;
            accounts =
            [
                Api(await AccountAsync("Avance.UnitReporter", TestPlan.Id, Role.UnitReporter, "OGRH")),
                Api(await AccountAsync("Avance.UnitReporter", TestPlan.Id, Role.UnitReporter, "DTEG")),
                Api(await AccountAsync("Avance.UnitReporter", Other, Role.UnitReporter, "OGRH")),
                Api(await AccountAsync("Avance.Reader", TestPlan.Id, Role.Reader)),
                Api(await AccountAsync("Avance.Reader", Other, Role.Reader)),
                Api(secretariat),
                Api(await AccountAsync("Avance.Secretariat", Other, Role.Secretariat)),
                Api(new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat").Header()),
                Api(new TestPrincipal(Guid.NewGuid()).Header()),
                Api(await AccountAsync("Avance.Reader", TestPlan.Id, Role.Secretariat)),
                Api(new TestPrincipal(Guid.NewGuid(), "Avance.Secretariat").Header()),
            ];
            await RestoreAsync();
        }

        /// <summary>New links: a test may have revoked those there were.</summary>
        public async Task RestoreAsync()
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            own = await Browser.ByLinkAsync(App);
            links =
            [
                own.Page,
                (await Browser.ByLinkAsync(App, period: "2023-I")).Page,
                (await Browser.ByLinkAsync(App, "DTEG")).Page,
                (await Browser.ByLinkAsync(App, plan: Other)).Page,
            ];
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        // A program sends its bearer token, of which the platform makes the other header.
        private ApiClient Api((string Name, string Value) principal) =>
            App.With(principal, ("Authorization", "Bearer x"));

        private async Task<(string Name, string Value)> AccountAsync(
            string appRole,
            PlanId plan,
            Role role,
            string? unit = null
        )
        {
            var id = Guid.NewGuid();
            UnitCode? code = unit is null ? null : new UnitCode(unit);
            await App.Get<MemberTable>()
                .PutAsync(
                    new Member(plan, id, role, code, "test", TestPlan.Opens),
                    TestContext.Current.CancellationToken
                );
            return new TestPrincipal(id, appRole).Header();
        }
    }
}
