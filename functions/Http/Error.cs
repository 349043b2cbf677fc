namespace Avance.Functions.Http;

/// <summary>
/// An expected failure, as data: what a handler returns instead of throwing. It becomes problem details (RFC 9457)
/// whose Spanish title and detail are the messages <c>{Code}.title</c> and <c>{Code}.detail</c>.
/// </summary>
/// <param name="Code">Stable, lower case with hyphens, for example <c>period-closed</c>: programs may rely on it.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Field">The field at fault as the request wrote it, for example <c>goals[0].executed</c>.</param>
/// <param name="Arguments">What the detail's placeholders {0}, {1}… stand for.</param>
public sealed record Error(string Code, int Status, string? Field = null, params object?[] Arguments)
{
    /// <summary>All errors of a request that has several, each with its own field.</summary>
    public IReadOnlyList<Error> Errors { get; init; } = [];

    /// <summary>Further members of the problem details, for programs.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The content of a field is invalid (422).</summary>
    public static Error Invalid(string code, string field, params object?[] arguments) =>
        new(code, StatusCodes.Status422UnprocessableEntity, field, arguments);

    /// <summary>All errors in one (422 <c>invalid-request</c>); a single error as it is.</summary>
    public static Error All(IReadOnlyList<Error> errors) =>
        errors.Count == 1
            ? errors[0]
            : new Error("invalid-request", StatusCodes.Status422UnprocessableEntity, null, errors.Count)
            {
                Errors = errors,
            };

    /// <summary>It does not exist, or not for this caller (404).</summary>
    public static Error NotFound(string code, params object?[] arguments) =>
        new(code, StatusCodes.Status404NotFound, null, arguments);

    /// <summary>The request does not fit the present state (409).</summary>
    public static Error Conflict(string code, params object?[] arguments) =>
        new(code, StatusCodes.Status409Conflict, null, arguments);
}
