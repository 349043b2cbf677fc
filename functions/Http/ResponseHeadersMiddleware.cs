using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Http;

/// <summary>Sets the security headers of every answer: a browser may do only what the app's pages need.</summary>
public sealed class ResponseHeadersMiddleware(DeveloperMachine machine) : IFunctionsWorkerMiddleware
{
    private static readonly (string Name, string Value)[] Headers =
    [
        // Answers depend on the caller.
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Robots-Tag", "noindex"),
    ];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            foreach (var (name, value) in Headers)
            {
                http.Response.Headers[name] = value;
            }

            // A developer's machine has no HTTPS that a browser could insist on.
            if (!machine.IsHere(http))
            {
                http.Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }
        }

        return next(context);
    }
}
