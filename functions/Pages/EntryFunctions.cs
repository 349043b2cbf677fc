using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Http;
using Avance.Functions.Telemetry;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages;

/// <summary>
/// The way in by a form link, and out. Opening the link changes nothing, since mail scanners open links too: only the
/// button of its page starts the session.
/// </summary>
public sealed class EntryFunctions(LinkTokens tokens, ActiveLinkCache links, Sessions sessions, LinkLimiter limiter)
{
    private const int MaxBytes = 4 * 1024;

    [Function("ShowEntry"), Requires(Permission.Anonymous)]
    public static IResult ShowEntry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Entry)] HttpRequest request
    ) => StaticFile.Page(request, "entrar");

    [Function("Enter"), Requires(Permission.Anonymous)]
    public async Task<IResult> EnterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Entry)] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var http = request.HttpContext;
        if (
            !tokens.TryRead(await ReadTokenAsync(request, cancellationToken), out var plan, out var id)
            || await links.FindAsync(plan, id, cancellationToken) is not { } link
            || !sessions.MayUse(http, link)
        )
        {
            AppMetrics.CountRefusedSignIn("link-not-valid");
            return StaticFile.Page(request, "enlace-no-valido", StatusCodes.Status403Forbidden);
        }

        if (limiter.Take(link, http.Response) is { } error)
        {
            AppMetrics.CountRefusedSignIn(error.Code);
            return Problem.From(error);
        }

        sessions.Start(http, link);
        http.Response.Headers.Location = $"/{Routes.Start}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    [Function("ShowStart"), Requires(Permission.Anonymous)]
    public static IResult ShowStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Start)] HttpRequest request
    ) => StaticFile.Page(request, "inicio");

    /// <summary>Requires no sign-in, so that a session that has ended can be left too.</summary>
    [Function("Leave"), Requires(Permission.Anonymous)]
    public IResult Leave([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "salir")] HttpRequest request)
    {
        sessions.End(request.HttpContext);
        return StaticFile.Page(request, "sesion-cerrada");
    }

    private static async Task<string?> ReadTokenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (
            !request.HasFormContentType
            || await RequestBytes.ReadAsync(request, MaxBytes, cancellationToken) is not { } body
        )
        {
            return null;
        }

        using var reader = new FormReader(Encoding.UTF8.GetString(body));
        return (await reader.ReadFormAsync(cancellationToken)).TryGetValue("token", out var token)
            ? (string?)token
            : null;
    }
}
