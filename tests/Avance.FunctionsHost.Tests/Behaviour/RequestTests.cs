using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class RequestTests(SharedHost host)
{
    private readonly App app = host.App;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WhatTheClientSaysOfItself_IsOverwritten()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/echo/word");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "gopher");
        request.Headers.Add("x-ms-invocation-id", "00000000-0000-0000-0000-000000000000");
        request.Headers.Add("X-Kept", "kept");

        var echo = await app.JsonAsync(request);

        // The worker takes the headers from the request and believes them.
        var headers = echo.GetProperty("headers").Deserialize<Dictionary<string, string>>()!;
        echo.GetProperty("client").GetString().ShouldNotBe("198.51.100.7");
        echo.GetProperty("origin").GetString().ShouldBe(app.Address.GetLeftPart(UriPartial.Authority));
        headers["x-ms-invocation-id"].ShouldNotBe("00000000-0000-0000-0000-000000000000");
        headers["X-Kept"].ShouldBe("kept");
    }

    [Fact]
    public async Task Send_TraceOfTheClient_IsContinued()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/echo/word");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        var parent = (await app.JsonAsync(request)).GetProperty("trace").GetString().ShouldNotBeNull().Split('-');

        parent[1].ShouldBe(trace);
        parent[3].ShouldBe("01");
    }

    [Fact]
    public async Task Get_FunctionThrows_IsAnEmpty500()
    {
        using var answer = await app.Http.GetAsync("/throws", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_FunctionThrowsWithoutReadingALongBody_Is500(bool isChunked)
    {
        using var content = new LongContent(30_000_000, isChunked);

        using var answer = await app.Http.PostAsync("/throws", content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Get_AnswerInParts_IsSentAsItComes()
    {
        var id = $"{Guid.NewGuid()}";
        using var answer = await app.Http.GetAsync($"/waits/{id}", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
        var begun = new byte["begun".Length];
        await body.ReadExactlyAsync(begun, Cancel);

        await app.ReleaseAsync(id);

        using var reader = new StreamReader(body);
        (await reader.ReadToEndAsync(Cancel)).ShouldBe(" ended");
    }

    [Fact]
    public async Task Get_ClientGoesAway_CancelsTheFunction()
    {
        var id = $"{Guid.NewGuid()}";
        using (await app.Http.GetAsync($"/waits/{id}", HttpCompletionOption.ResponseHeadersRead, Cancel))
        {
            await app.WaitForCallsAsync(id, 1, ended: false);
        }

        (await app.WaitForCallsAsync(id, 1)).ShouldHaveSingleItem().Outcome.ShouldBe("cancelled");
    }

    [Fact]
    public async Task Post_AdminFunction_RunsItOutOfTurn()
    {
        using var answer = await app.StartAsync("LeapDay");

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var call = (await app.WaitForCallsAsync("leap-day", 1))[0];
        call.Outcome.ShouldBe("completed");
        call.Data["isPastDue"].ShouldBe("False");
    }

    [Fact]
    public async Task Post_AdminFunctionThatIsNotThere_IsNotFound()
    {
        using var answer = await app.StartAsync("NoSuchFunction");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_HostStatus_SaysThatItRuns() =>
        (await app.Http.GetFromJsonAsync<HostStatus>("/admin/host/status", Cancel))!.State.ShouldBe("Running");

    private sealed record HostStatus(string State);
}
