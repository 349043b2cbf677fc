using Microsoft.AspNetCore.Mvc;

namespace Avance.Functions.Http;

/// <summary>Writes refusals as problem details (RFC 9457): <c>application/problem+json</c> with a code and the field.</summary>
public static class Problem
{
    /// <summary>The answer for a refusal.</summary>
    public static IResult From(Refusal refusal) => TypedResults.Problem(Details(refusal));

    /// <summary>The value as JSON, or the problem.</summary>
    public static IResult Or<T>(Result<T> result, Func<T, IResult> success)
        where T : notnull => result.Succeeded(out var value, out var refusal) ? success(value) : From(refusal);

    /// <summary>The problem details of a refusal, without the answer around them.</summary>
    public static ProblemDetails Details(Refusal refusal)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:avance:{refusal.Code}",
            Status = refusal.Status,
            Title = Messages.Text($"{refusal.Code}.title"),
            Detail = Messages.Text($"{refusal.Code}.detail", refusal.Arguments),
        };
        details.Extensions["code"] = refusal.Code;
        if (refusal.Field is not null)
        {
            details.Extensions["field"] = refusal.Field;
        }

        if (refusal.Errors.Count > 0)
        {
            details.Extensions["errors"] = refusal
                .Errors.Select(error => new FieldError(
                    error.Code,
                    error.Field,
                    Messages.Text($"{error.Code}.detail", error.Arguments)
                ))
                .ToList();
        }

        foreach (var (name, value) in refusal.Extensions)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    private sealed record FieldError(string Code, string? Field, string Detail);
}
