using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class HttpInput(HttpContext http) : TriggerInput
{
    public override HttpContext Http => http;

    /// <summary>The route's parameters.</summary>
    public override IReadOnlyDictionary<string, object?> BindingData => http.Request.RouteValues;

    public override ValueTask<object?> ReadAsync(Type type, CancellationToken cancellationToken) =>
        type == typeof(HttpRequest) ? new(http.Request) : throw CannotBind(type);

    public override int? Answer(InvocationOutcome outcome)
    {
        if (outcome is not InvocationOutcome.Succeeded)
        {
            if (http.Response.HasStarted)
            {
                // Half an answer must not look like a whole one.
                http.Abort();
            }
            else
            {
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }

        return http.Response.StatusCode;
    }
}
