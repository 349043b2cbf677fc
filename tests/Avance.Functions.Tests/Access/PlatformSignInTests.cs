namespace Avance.Functions.Tests.Access;

/// <summary>Whose word counts for who is signed in: our setting and the platform's own sign, both.</summary>
public sealed class PlatformSignInTests(AzuriteFixture azurite)
{
    private const string Ours = "Access:TrustPlatformAuthentication";
    private const string AppService = "WEBSITE_AUTH_ENABLED";
    private const string ContainerApp = "CONTAINER_APP_NAME";
    private const string OnContainerApps = "Access:ContainerAppsAuthentication";

    public static TheoryData<string, bool> Settings =>
        new()
        {
            { "", false },
            { $"{Ours}=true", false },
            { $"{AppService}=True", false },
            { $"{Ours}=true {AppService}=False", false },
            { $"{Ours}=true {AppService}=True", true },
            { $"{Ours}=true {OnContainerApps}=true", false },
            { $"{Ours}=true {ContainerApp}=avance", false },
            { $"{OnContainerApps}=true {ContainerApp}=avance", false },
            { $"{Ours}=true {OnContainerApps}=false {ContainerApp}=avance", false },
            { $"{Ours}=true {OnContainerApps}=true {ContainerApp}=avance", true },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Request_HeaderOfThePlatform_CountsOnlyWhereBothSaySo(string settings, bool counts)
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            environment: "Production",
            configure: builder =>
            {
                foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var parts = setting.Split('=');
                    builder.Configuration[parts[0]] = parts[1];
                }
            }
        );
        var national = app.With(
            new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat").Header(),
            ("Authorization", "Bearer x")
        );

        var answer = await national.GetAsync("/api/plans");

        answer.Status.ShouldBe(counts ? 200 : 401);
    }
}
