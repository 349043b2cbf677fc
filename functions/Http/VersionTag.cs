using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Http;

/// <summary>The version as an ETag: <c>"3"</c>, and <c>"0"</c> where nothing has been saved.</summary>
public static class VersionTag
{
    /// <summary>The body as JSON, with its version as ETag.</summary>
    public static IResult Answer<T>(HttpRequest request, int version, T body)
    {
        request.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return Results.Json(body, Json.Options);
    }

    /// <summary>The version that the caller has seen, from <c>If-Match: "3"</c> or <c>If-None-Match: *</c>.</summary>
    public static Result<int> Read(HttpRequest request)
    {
        if (request.Headers.IfMatch.ToString() is { Length: > 0 } header)
        {
            return
                EntityTagHeaderValue.TryParse(header, out var tag)
                && !tag.IsWeak
                && int.TryParse(
                    tag.Tag.AsSpan().Trim('"'),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var version
                )
                ? version
                : new Error("if-match-invalid", StatusCodes.Status400BadRequest, "If-Match");
        }

        return request.Headers.IfNoneMatch == "*"
            ? 0
            : new Error("if-match-missing", StatusCodes.Status428PreconditionRequired, "If-Match");
    }
}
