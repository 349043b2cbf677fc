using Avance.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Avance.Functions.Tests.Http;

public sealed class ResultTasksTests
{
    private static readonly Task<Result<int>> One = Task.FromResult<Result<int>>(1);
    private static readonly Task<Result<int>> Failed = Task.FromResult<Result<int>>(Error.Conflict("already-accepted"));

    [Fact]
    public async Task ThenAsync_Value_TakesTheNextStep() =>
        (await One.ThenAsync(value => Task.FromResult<Result<string>>($"{value + 1}"))).Value.ShouldBe("2");

    [Fact]
    public async Task ThenAsync_Error_LeavesTheNextStepOut()
    {
        var result = await Failed.ThenAsync<int, string>(_ => throw new InvalidOperationException("It was taken."));

        result.Error!.Code.ShouldBe("already-accepted");
    }

    [Fact]
    public async Task ToAnswerAsync_ValueOrError_AnswersWithTheOne()
    {
        (await One.ToAnswerAsync(_ => TypedResults.NoContent())).ShouldBeOfType<NoContent>();
        (await Failed.ToAnswerAsync(_ => TypedResults.NoContent()))
            .ShouldBeOfType<ProblemHttpResult>()
            .StatusCode.ShouldBe(StatusCodes.Status409Conflict);
    }

    [Fact]
    public async Task ToJsonAsync_Value_HasTheStatusAskedFor()
    {
        var created = await One.ToJsonAsync(StatusCodes.Status201Created);

        created.ShouldBeOfType<JsonHttpResult<int>>().StatusCode.ShouldBe(StatusCodes.Status201Created);
    }
}
