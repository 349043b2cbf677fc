using Avance.Functions.Plans;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Access;

/// <summary>The one place that lets a request through to its function, or answers 401 or 403.</summary>
public sealed class AccessMiddleware(FunctionNeeds needs, DevelopmentSignIn developmentSignIn)
    : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = developmentSignIn.Identify(http);
        PlanId? plan = PlanId.TryParse(http.GetRouteValue("planId") as string, null, out var id) ? id : null;
        switch (AccessRules.Decide(needs.Of(context.FunctionDefinition), caller, plan))
        {
            case AccessDecision.Allowed:
                if (caller is not null)
                {
                    http.SetCaller(caller);
                }

                await next(context);
                break;
            case AccessDecision.NotSignedIn:
                // RFC 9110 asks for it, and it is how clients learn what to sign in with.
                http.Response.Headers.WWWAuthenticate = "Bearer";
                Answer(context, new Refusal("not-signed-in", StatusCodes.Status401Unauthorized));
                break;
            default:
                Answer(context, new Refusal("not-allowed", StatusCodes.Status403Forbidden));
                break;
        }
    }

    private static void Answer(FunctionContext context, Refusal refusal) =>
        context.GetInvocationResult().Value = Problem.From(refusal);
}
