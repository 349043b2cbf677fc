using Avance.Functions.Reminders;
using Avance.Functions.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Groups through a Graph that pages, throttles and fails.</summary>
public sealed class GroupDirectoryTests(AzuriteFixture azurite)
{
    private static readonly Guid Group = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2024-01-08T15:00:00Z"));
    private int throttled;

    [Fact]
    public async Task Members_OfSeveralPages_AreThoseWhoCanGetMail()
    {
        await using var graph = await LoopbackService.StartAsync(Answer);
        using var app = Start(graph);

        (await MembersAsync(app)).ShouldBe(["ana@entidad.example", "beto@entidad.example"]);
        graph.Requests.Count.ShouldBe(2);
        graph.Requests[0].Query["$select"].ShouldContain("accountEnabled");
    }

    [Fact]
    public async Task Members_ReadBefore_AreKeptForADay()
    {
        await using var graph = await LoopbackService.StartAsync(Answer);
        using var app = Start(graph);
        await MembersAsync(app);

        (await RequestsAfterAsync(TimeSpan.FromHours(23), app, graph)).ShouldBe(2);
        (await RequestsAfterAsync(TimeSpan.FromHours(2), app, graph)).ShouldBe(4);
    }

    [Fact]
    public async Task Members_GraphThrottles_AreThoseOfBeforeAndItIsLeftInPeace()
    {
        await using var graph = await LoopbackService.StartAsync(Answer);
        using var app = Start(graph);
        await MembersAsync(app);
        clock.Advance(TimeSpan.FromHours(25));
        throttled = 1;

        (await MembersAsync(app)).Count.ShouldBe(2);
        (await MembersAsync(app)).Count.ShouldBe(2);
        graph.Requests.Count.ShouldBe(3);
        (await RequestsAfterAsync(TimeSpan.FromSeconds(119), app, graph)).ShouldBe(3);
        (await RequestsAfterAsync(TimeSpan.FromSeconds(1), app, graph)).ShouldBe(5);
    }

    [Fact]
    public async Task Members_GraphThrottles_OtherGroupsAreLeftInPeaceToo()
    {
        await using var graph = await LoopbackService.StartAsync(Answer);
        using var app = Start(graph);
        var other = Guid.NewGuid();
        throttled = 1;

        (await MembersAsync(app)).ShouldBeEmpty();
        (await MembersAsync(app, other)).ShouldBeEmpty();
        graph.Requests.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(120));
        (await MembersAsync(app, other)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Members_AnotherInstanceReadsThemMeanwhile_AreNotForgotten()
    {
        await using var graph = await LoopbackService.StartAsync(Answer);
        var storage = azurite.NewAccount();
        using var app = Start(graph, storage);
        using var other = Start(graph, storage);
        throttled = 1;
        app.Faults.BeforeWrite = async _ => (await MembersAsync(other)).Count.ShouldBe(2);

        (await MembersAsync(app)).ShouldBeEmpty();

        (await MembersAsync(app)).Count.ShouldBe(2);
        graph.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Members_GraphIsNotThere_AreNone()
    {
        var graph = await LoopbackService.StartAsync(Answer);
        using var app = Start(graph);
        await graph.DisposeAsync();

        (await MembersAsync(app)).ShouldBeEmpty();
    }

    private LoopbackAnswer Answer(LoopbackRequest request)
    {
        if (throttled > 0)
        {
            throttled--;
            return new LoopbackAnswer(429, """{"error":{"code":"TooManyRequests","message":"Busy"}}""")
            {
                Headers = new Dictionary<string, string> { ["Retry-After"] = "120" },
            };
        }

        return request.Query.ContainsKey("$skiptoken")
            ? new LoopbackAnswer(
                200,
                """
                {"value":[
                  {"id":"3","displayName":"Beto","mail":"Beto@entidad.example","accountEnabled":true},
                  {"id":"4","displayName":"Sin correo","mail":null,"accountEnabled":true}]}
                """
            )
            : new LoopbackAnswer(
                200,
                """
                {"@odata.nextLink":"https://graph.microsoft.com/v1.0/groups/x/transitiveMembers/graph.user?$skiptoken=2",
                 "value":[
                  {"id":"1","displayName":"Ana","mail":"ana@entidad.example","accountEnabled":true},
                  {"id":"2","displayName":"De baja","mail":"baja@entidad.example","accountEnabled":false}]}
                """
            );
    }

    private RemindersDriver Start(LoopbackService graph, string? storage = null) =>
        new(
            storage ?? azurite.NewAccount(),
            clock,
            new FakeMailService(),
            services =>
                services.AddSingleton(
                    new GraphServiceClient(GraphClientFactory.Create(finalHandler: new Redirected(graph.Address)))
                )
        );

    /// <summary>How many requests Graph has had once the members are read again after that time.</summary>
    private async Task<int> RequestsAfterAsync(TimeSpan time, RemindersDriver app, LoopbackService graph)
    {
        clock.Advance(time);
        await MembersAsync(app);
        return graph.Requests.Count;
    }

    private static async Task<IReadOnlyList<string>> MembersAsync(RemindersDriver app, Guid? which = null)
    {
        var group = which ?? Group;
        var members = await app.Get<GroupDirectory>().MembersAsync([group], TestContext.Current.CancellationToken);
        return [.. members[group].Select(member => $"{member.Address}")];
    }

    private sealed class Redirected(Uri target) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri = new Uri(target, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
