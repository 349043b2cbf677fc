using Avance.Testing;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

namespace Local.Tests.Graph;

/// <summary>Who gets to see the token.</summary>
public sealed class GraphTokenTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly LoopbackAnswer Nobody = new(200, """{ "value": [] }""");

    [Fact]
    public async Task GetAsync_HostOfGraph_GetsATokenOfTheScopes()
    {
        await using var service = await LoopbackService.StartAsync(Nobody);
        var credential = new TestCredential();
        using var graph = TestGraph.Client(service, credential);

        await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer token-1");
        credential.Asked.ShouldHaveSingleItem().Scopes.ShouldBe(TestGraph.Scopes);
    }

    [Fact]
    public async Task GetAsync_NoScopes_AsksForTheDefaultOfTheHost()
    {
        await using var service = await LoopbackService.StartAsync(Nobody);
        var credential = new TestCredential();
        using var graph = new GraphServiceClient(TestGraph.Http(service), credential);

        await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        credential.Asked.ShouldHaveSingleItem().Scopes.ShouldBe(["https://graph.microsoft.com/.default"]);
    }

    [Fact]
    public async Task WithUrl_AnotherHost_GetsNoToken()
    {
        await using var service = await LoopbackService.StartAsync(Nobody);
        var credential = new TestCredential();
        using var graph = TestGraph.Client(service, credential);

        await graph
            .Groups["g"]
            .TransitiveMembers.GraphUser.WithUrl("https://graph.example.com/v1.0/users")
            .GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBeNull();
        credential.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_LoopbackNamedAsHost_GetsAToken()
    {
        await using var service = await LoopbackService.StartAsync(Nobody);
        using var http = new HttpClient();
        using var graph = new GraphServiceClient(
            http,
            new AzureIdentityAuthenticationProvider(
                new TestCredential(),
                [service.Address.Host],
                null,
                true,
                TestGraph.Scopes
            ),
            $"{service.Address}v1.0"
        );

        await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer token-1");
    }

    [Fact]
    public async Task GetAsync_NoAuthentication_SendsNoToken()
    {
        await using var service = await LoopbackService.StartAsync(Nobody);
        using var graph = new GraphServiceClient(TestGraph.Http(service));

        await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBeNull();
    }
}
