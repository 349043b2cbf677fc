using System.Net;

namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class BodyTests(SharedHost host)
{
    private const long Limit = 104_857_600;

    // Long enough to be sent in parts.
    private const long Stopping = 300_000;

    private readonly App app = host.App;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Limit, false)]
    // The lengths of the chunks, written between them, count as well.
    [InlineData(Limit - 1_000_000, true)]
    public async Task Post_BodyOfTheLimit_IsTaken(long length, bool isChunked)
    {
        using var content = new LongContent(length, isChunked);

        using var answer = await app.Http.PostAsync($"/uploads/{Guid.NewGuid()}", content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe($"{length}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyAboveTheLimit_IsAnEmpty500(bool isChunked)
    {
        using var content = new LongContent(Limit + 1, isChunked);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads/{Guid.NewGuid()}");
        request.Content = content;
        // The answer to a length that is too long comes before the body.
        request.Headers.ExpectContinue = !isChunked;

        using var answer = await app.Http.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Chunked_ReachesTheFunctionAsItIsSent()
    {
        var id = $"{Guid.NewGuid()}";
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var content = new LongContent(Stopping, isChunked: true, half.Task);

        var answering = app.Http.PostAsync($"/uploads/{id}", content, Cancel);
        await app.WaitForCallsAsync(id, 1);
        half.SetResult();

        using var answer = await answering;
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe($"{Stopping}");
    }

    [Fact]
    public async Task Post_OfKnownLength_ReachesTheFunctionWhole()
    {
        var id = $"{Guid.NewGuid()}";
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var content = new LongContent(Stopping, isChunked: false, half.Task);

        var answering = app.Http.PostAsync($"/uploads/{id}", content, Cancel);
        // Time enough for the first half to arrive, if it were let through.
        for (var i = 0; i < 20; i++)
        {
            (await app.CallsAsync(id)).ShouldBeEmpty();
        }

        half.SetResult();
        using var answer = await answering;
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe($"{Stopping}");
    }

    [Theory]
    [InlineData("at-once", true)]
    [InlineData("at-once", false)]
    [InlineData("after-a-part", true)]
    [InlineData("after-a-part", false)]
    [InlineData("over-limit", true)]
    [InlineData("over-limit", false)]
    public async Task Post_AnsweredBeforeTheBodyIsRead_TheAnswerArrives(string when, bool isChunked)
    {
        using var content = new LongContent(20_000_000, isChunked);

        using var answer = await app.Http.PostAsync($"/refuse/{when}", content, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("too large");
    }
}
