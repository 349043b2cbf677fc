using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>The routes of the HTTP functions.</summary>
internal static class HttpEndpoints
{
    private const string DefaultPrefix = "api";

    public static List<Endpoint> Create(
        IEnumerable<DiscoveredFunction> functions,
        FunctionInvoker invoker,
        IConfiguration configuration
    )
    {
        var prefix = configuration[HostJson.Section("extensions:http:routePrefix")] ?? DefaultPrefix;
        var endpoints = new List<Endpoint>();
        foreach (var function in functions)
        {
            if (function is { Trigger: HttpTriggerAttribute trigger, IsDisabled: false })
            {
                endpoints.Add(Create(function, trigger, prefix, invoker));
            }
        }

        return endpoints;
    }

    private static RouteEndpoint Create(
        DiscoveredFunction function,
        HttpTriggerAttribute trigger,
        string prefix,
        FunctionInvoker invoker
    )
    {
        var route = string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route.TrimStart('/');
        var template = prefix.Length == 0 ? route : $"{prefix.Trim('/')}/{route}";
        var methods = trigger.Methods is { Length: > 0 } named
            ? new EndpointMetadataCollection(new HttpMethodMetadata(named.Select(method => method.ToUpperInvariant())))
            : EndpointMetadataCollection.Empty;
        return new RouteEndpoint(
            async http => await invoker.InvokeAsync(function, new HttpInput(http), http.RequestAborted),
            RoutePatternFactory.Parse(template),
            order: 0,
            methods,
            function.Name
        );
    }
}
