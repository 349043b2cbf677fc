using Microsoft.AspNetCore.Mvc;

namespace Avance.Functions.Http;

/// <summary>Writes errors as problem details (RFC 9457): <c>application/problem+json</c> with a code and the field.</summary>
public static class Problem
{
    public static IResult From(Error error) => TypedResults.Problem(Details(error));

    /// <summary>The problem details of an error, without the answer around them.</summary>
    public static ProblemDetails Details(Error error)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:avance:{error.Code}",
            Status = error.Status,
            Title = Messages.Text($"{error.Code}.title"),
            Detail = Messages.Text($"{error.Code}.detail", error.Arguments),
        };
        details.Extensions["code"] = error.Code;
        if (error.Field is not null)
        {
            details.Extensions["field"] = error.Field;
        }

        if (error.Errors.Count > 0)
        {
            details.Extensions["errors"] = error
                .Errors.Select(error => new FieldError(
                    error.Code,
                    error.Field,
                    Messages.Text($"{error.Code}.detail", error.Arguments)
                ))
                .ToList();
        }

        foreach (var (name, value) in error.Extensions)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    private sealed record FieldError(string Code, string? Field, string Detail);
}
