using System.Diagnostics;
using Avance.Testing;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Local.Tests.Graph;

/// <summary>What comes of an answer that is not data.</summary>
public sealed class GraphErrorTests
{
    private const string NotFound = """
        {
          "error": {
            "code": "Request_ResourceNotFound",
            "message": "Resource 'g' does not exist.",
            "innerError": { "date": "2026-08-12T10:20:30", "request-id": "r-1", "client-request-id": "c-1" }
          }
        }
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task GetAsync_ErrorOfGraph_ThrowsItAtOnce(int status)
    {
        await using var service = await LoopbackService.StartAsync(Answer(status, NotFound, ("request-id", "r-1")));

        var error = await Should.ThrowAsync<ODataError>(() => GetAsync(service));

        error.ResponseStatusCode.ShouldBe(status);
        error.Error.ShouldNotBeNull().Code.ShouldBe("Request_ResourceNotFound");
        error.Error.Message.ShouldBe("Resource 'g' does not exist.");
        error.Error.InnerError.ShouldNotBeNull().RequestId.ShouldBe("r-1");
        error.Message.ShouldBe("Resource 'g' does not exist.");
        error.ResponseHeaders["Request-Id"].ShouldBe(["r-1"]);
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_ErrorWithoutBody_ThrowsTheStatus()
    {
        await using var service = await LoopbackService.StartAsync(Answer(502, null, ("Via", "gateway")));

        var error = await Should.ThrowAsync<ApiException>(() => GetAsync(service));

        error.ShouldNotBeOfType<ODataError>();
        error.ResponseStatusCode.ShouldBe(502);
        error.ResponseHeaders.ShouldContainKey("Via");
    }

    [Fact]
    public async Task GetAsync_PageOfAGateway_ThrowsNoErrorOfGraph()
    {
        await using var service = await LoopbackService.StartAsync(new LoopbackAnswer(502, "<h1>no</h1>", "text/html"));

        await Should.ThrowAsync<InvalidOperationException>(() => GetAsync(service));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task GetAsync_BusyAtFirst_TriesAgain(int status)
    {
        await using var service = await LoopbackService.StartAsync(Busy(status, seconds: 0), Nobody);

        (await GetAsync(service)).ShouldNotBeNull();

        service.Requests.Count.ShouldBe(2);
        service.Requests[0].Header("Retry-Attempt").ShouldBeNull();
        service.Requests[1].Header("Retry-Attempt").ShouldBe("1");
        service.Requests[1].Header("Authorization").ShouldBe("Bearer token-1");
    }

    [Fact]
    public async Task GetAsync_RetryAfter_IsWaitedFor()
    {
        await using var service = await LoopbackService.StartAsync(Busy(429, seconds: 1), Nobody);
        var waited = Stopwatch.StartNew();

        await GetAsync(service);

        waited.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task GetAsync_BusyThroughout_ThrowsTheFourFailures()
    {
        await using var service = await LoopbackService.StartAsync(Busy(429, seconds: 0));

        var error = await Should.ThrowAsync<AggregateException>(() => GetAsync(service));

        service.Requests.Count.ShouldBe(4);
        error.InnerExceptions.Count.ShouldBe(4);
        error.InnerExceptions.ShouldAllBe(inner => ((ApiException)inner).ResponseStatusCode == 429);
        ((ApiException)error.InnerExceptions[^1]).ResponseHeaders["Retry-After"].ShouldBe(["0"]);
    }

    [Fact]
    public async Task GetAsync_RetryForbidden_ThrowsTheErrorWithItsRetryAfter()
    {
        await using var service = await LoopbackService.StartAsync(Busy(429, seconds: 30));

        var error = await Should.ThrowAsync<ODataError>(() =>
            GetAsync(service, new RetryHandlerOption { MaxRetry = 0 })
        );

        error.ResponseStatusCode.ShouldBe(429);
        error.Error.ShouldNotBeNull().Code.ShouldBe("TooManyRequests");
        error.ResponseHeaders["Retry-After"].ShouldBe(["30"]);
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_RetriesWouldTakeTooLong_ThrowsTheError()
    {
        await using var service = await LoopbackService.StartAsync(Busy(429, seconds: 30));

        await Should.ThrowAsync<ODataError>(() =>
            GetAsync(service, new RetryHandlerOption { RetriesTimeLimit = TimeSpan.FromSeconds(10) })
        );

        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void RetryHandlerOption_MoreThanTenRetries_Throws() =>
        Should.Throw<InvalidOperationException>(() => new RetryHandlerOption { MaxRetry = 11 });

    private static LoopbackAnswer Nobody => new(200, """{ "value": [] }""");

    private static LoopbackAnswer Busy(int status, int seconds) =>
        Answer(
            status,
            """{ "error": { "code": "TooManyRequests", "message": "Too many requests." } }""",
            ("Retry-After", $"{seconds}")
        );

    private static LoopbackAnswer Answer(int status, string? body, (string Name, string Value) header) =>
        new(status, body) { Headers = new Dictionary<string, string> { [header.Name] = header.Value } };

    private static async Task<object?> GetAsync(LoopbackService service, RetryHandlerOption? retry = null)
    {
        using var graph = TestGraph.Client(service);
        return await graph
            .Groups["g"]
            .TransitiveMembers.GraphUser.GetAsync(
                configuration =>
                {
                    if (retry is not null)
                    {
                        configuration.Options.Add(retry);
                    }
                },
                Cancel
            );
    }
}
