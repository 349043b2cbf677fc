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
}
