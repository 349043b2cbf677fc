namespace Avance.Functions.Http;

/// <summary>Continues from the result of a handler to the next step or the answer.</summary>
public static class ResultTasks
{
    /// <summary>Runs the next step unless the result is an error.</summary>
    public static async Task<Result<TNext>> ThenAsync<T, TNext>(
        this Task<Result<T>> result,
        Func<T, Task<Result<TNext>>> next
    )
        where T : notnull
        where TNext : notnull => (await result).Succeeded(out var value, out var error) ? await next(value) : error;

    /// <summary>The value as JSON, or the problem.</summary>
    public static Task<IResult> ToJsonAsync<T>(this Task<Result<T>> result, int status = StatusCodes.Status200OK)
        where T : notnull => result.ToAnswerAsync(value => Results.Json(value, Json.Options, statusCode: status));

    /// <summary>The view of the value as JSON, or the problem.</summary>
    public static Task<IResult> ToJsonAsync<T, TView>(this Task<Result<T>> result, Func<T, TView> view)
        where T : notnull => result.ToAnswerAsync(value => Results.Json(view(value), Json.Options));

    /// <summary>An answer of another kind, or the problem.</summary>
    public static async Task<IResult> ToAnswerAsync<T>(this Task<Result<T>> result, Func<T, IResult> answer)
        where T : notnull =>
        (await result).Succeeded(out var value, out var error) ? answer(value) : Problem.From(error);
}
