using System.Net;

namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class RoutingTests(SharedHost host)
{
    private readonly App app = host.App;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>host.json of the app says that there is no prefix.</summary>
    [Theory]
    [InlineData("/NoRoute", "no route")]
    [InlineData("/api/NoRoute", "catch-all")]
    [InlineData("/noroute", "no route")]
    [InlineData("/NOROUTE/", "no route")]
    [InlineData("/", "catch-all")]
    [InlineData("/one/two/three", "catch-all")]
    public async Task Get_Path_IsServedByItsFunction(string path, string answer) =>
        (await app.Http.GetStringAsync(path, Cancel)).ShouldBe(answer);

    [Theory]
    [InlineData("/echo/Word")]
    [InlineData("/Echo/Word/")]
    [InlineData("/ECHO/Word?q=1")]
    public async Task Get_CaseAndSlashOfTheRoute_DoNotMatter(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        var echo = await app.JsonAsync(request);

        echo.GetProperty("word").GetString().ShouldBe("Word");
        $"{echo.GetProperty("path")}{echo.GetProperty("query")}".ShouldBe(path);
    }

    [Theory]
    [InlineData("DELETE", "/echo/word", "GET, POST")]
    [InlineData("HEAD", "/echo/word", "GET, POST")]
    [InlineData("POST", "/noroute", "GET, HEAD")]
    public async Task Send_OtherMethodOfAKnownPath_IsNotAllowed(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await app.Http.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)).ShouldBe(allowed);
    }

    [Fact]
    public async Task Head_Declared_IsServed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/noroute");

        using var answer = await app.Http.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/admin/nothing")]
    [InlineData("/admin/functions/EverySecond/nothing")]
    [InlineData("/runtime/webhooks/blobs")]
    [InlineData("/runtime/webhooks/nothing")]
    public async Task Get_PathOfTheHost_IsNotTheApps(string path)
    {
        using var answer = await app.Http.GetAsync(path, Cancel);

        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotBe("catch-all");
    }

    [Fact]
    public async Task Get_FunctionThatCannotBeLoaded_IsNotServed() =>
        (await app.Http.GetStringAsync("/broken", Cancel)).ShouldBe("catch-all");
}
