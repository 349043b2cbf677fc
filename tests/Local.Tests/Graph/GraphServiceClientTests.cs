using Avance.Testing;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Local.Tests.Graph;

/// <summary>What the app relies on of the client, whichever flavour is built: requests and pages.</summary>
public sealed class GraphServiceClientTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_QueryParameters_GoIntoTheAddress()
    {
        await using var service = await LoopbackService.StartAsync(Page("[]"));
        using var graph = TestGraph.Client(service);

        await graph
            .Groups["g 1"]
            .TransitiveMembers.GraphUser.GetAsync(
                configuration =>
                {
                    configuration.QueryParameters.Select = ["id", "displayName", "mail"];
                    configuration.QueryParameters.Top = 999;
                    configuration.QueryParameters.Filter = "accountEnabled eq true and mail ne 'o''a&b'";
                    configuration.Headers.Add("ConsistencyLevel", "eventual");
                },
                Cancel
            );

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("GET");
        request.Path.ShouldBe("/v1.0/groups/g 1/transitiveMembers/graph.user");
        request.Query["$select"].ShouldBe("id,displayName,mail");
        request.Query["$top"].ShouldBe("999");
        request.Query["$filter"].ShouldBe("accountEnabled eq true and mail ne 'o''a&b'");
        request.Header("ConsistencyLevel").ShouldBe("eventual");
        request.Header("Accept").ShouldNotBeNull().ShouldContain("application/json");
    }

    [Fact]
    public async Task GetAsync_NoConfiguration_SendsNoQuery()
    {
        await using var service = await LoopbackService.StartAsync(Page("[]"));
        using var graph = TestGraph.Client(service);

        var page = await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Query.ShouldBeEmpty();
        page.ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeEmpty();
        page.OdataNextLink.ShouldBeNull();
    }

    [Fact]
    public async Task GetAsync_People_AreRead()
    {
        await using var service = await LoopbackService.StartAsync(
            new LoopbackAnswer(
                200,
                """
                {
                  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users",
                  "value": [
                    {
                      "id": "1", "displayName": "Ñusta Quispe", "mail": "nusta@example.pe",
                      "userPrincipalName": "nusta@example.onmicrosoft.com", "accountEnabled": true,
                      "preferredLanguage": "es-PE", "somethingNew": { "a": 1 }
                    },
                    { "@odata.type": "#microsoft.graph.user", "id": "2", "mail": null }
                  ]
                }
                """,
                "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
            )
        );
        using var graph = TestGraph.Client(service);

        var page = await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        var people = page.ShouldNotBeNull().Value.ShouldNotBeNull();
        people.Count.ShouldBe(2);
        people[0].Id.ShouldBe("1");
        people[0].DisplayName.ShouldBe("Ñusta Quispe");
        people[0].Mail.ShouldBe("nusta@example.pe");
        people[0].UserPrincipalName.ShouldBe("nusta@example.onmicrosoft.com");
        people[0].AccountEnabled.ShouldBe(true);
        people[0].PreferredLanguage.ShouldBe("es-PE");
        people[1].OdataType.ShouldBe("#microsoft.graph.user");
        people[1].Mail.ShouldBeNull();
        people[1].AccountEnabled.ShouldBeNull();
    }

    [Fact]
    public async Task WithUrl_NextLink_IsFollowedAsItIs()
    {
        await using var service = await LoopbackService.StartAsync(request =>
            request.Query.ContainsKey("$skiptoken")
                ? Page("""[{ "id": "2" }]""")
                : Page(
                    """[{ "id": "1" }]""",
                    "https://graph.microsoft.com/v1.0/groups/g/transitiveMembers/graph.user?$top=1&$skiptoken=RFNw%2B"
                )
        );
        using var graph = TestGraph.Client(service);
        var members = graph.Groups["g"].TransitiveMembers.GraphUser;
        var people = new List<User>();

        var page = await members.GetAsync(configuration => configuration.QueryParameters.Top = 1, Cancel);
        people.AddRange(page?.Value ?? []);
        while (page?.OdataNextLink is { } next)
        {
            page = await members
                .WithUrl(next)
                .GetAsync(configuration => configuration.Headers.Add("ConsistencyLevel", "eventual"), Cancel);
            people.AddRange(page?.Value ?? []);
        }

        people.Select(person => person.Id).ShouldBe(["1", "2"]);
        service.Requests.Count.ShouldBe(2);
        service.Requests[1].Query["$skiptoken"].ShouldBe("RFNw+");
        service.Requests[1].Query["$top"].ShouldBe("1");
        service.Requests[1].Header("ConsistencyLevel").ShouldBe("eventual");
        service.Requests[1].Header("Authorization").ShouldBe("Bearer token-2");
    }

    [Fact]
    public async Task GetAsync_BaseUrlGiven_GoesThere()
    {
        await using var service = await LoopbackService.StartAsync(Page("[]"));
        using var http = new HttpClient();
        using var graph = new GraphServiceClient(
            http,
            new TestCredential(),
            TestGraph.Scopes,
            $"{service.Address}beta/"
        );

        await graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Cancel);

        service.Requests.ShouldHaveSingleItem().Path.ShouldBe("/beta/groups/g/transitiveMembers/graph.user");
        graph.RequestAdapter.BaseUrl.ShouldBe($"{service.Address}beta");
    }

    [Fact]
    public void RequestAdapter_NoBaseUrl_IsThatOfGraph()
    {
        using var graph = new GraphServiceClient(new TestCredential(), TestGraph.Scopes);

        graph.RequestAdapter.BaseUrl.ShouldBe("https://graph.microsoft.com/v1.0");
    }

    [Fact]
    public async Task GetAsync_Cancelled_Throws()
    {
        await using var service = await LoopbackService.StartAsync(Page("[]"));
        using var graph = TestGraph.Client(service);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            graph.Groups["g"].TransitiveMembers.GraphUser.GetAsync(cancellationToken: cancelled.Token)
        );
    }

    private static LoopbackAnswer Page(string people, string? next = null) =>
        new(200, $$"""{ {{(next is null ? "" : $"\"@odata.nextLink\": \"{next}\",")}} "value": {{people}} }""");
}
