using Microsoft.AspNetCore.Routing;

namespace Avance.Functions.Http;

/// <summary>The plan, period and activity that the route of a request names, parsed once and kept with the request.</summary>
public sealed class RouteAddress
{
    private readonly RouteValueDictionary route;

    private RouteAddress(RouteValueDictionary route)
    {
        this.route = route;
        Plan = Parse<PlanId>("planId");
        Period = Parse<Period>("period");
        Activity = Parse<ActivityNumber>("number");
    }

    /// <summary>Null if the route has no plan, or a malformed one.</summary>
    public PlanId? Plan { get; }

    /// <summary>Null if the route has no period, or a malformed one.</summary>
    public Period? Period { get; }

    /// <summary>Null if the route has no activity, or a malformed one.</summary>
    public ActivityNumber? Activity { get; }

    /// <summary>The 404 for a malformed period or activity; null if both are well-formed or missing.</summary>
    public Error? Malformed =>
        Period is null && route["period"] is { } period ? Error.NotFound("period-unknown", period, Plan)
        : Activity is null && route["number"] is { } number ? Error.NotFound("activity-unknown", number, Plan)
        : null;

    public static RouteAddress Of(HttpContext http)
    {
        if (http.Features.Get<RouteAddress>() is not { } address)
        {
            address = new RouteAddress(http.Request.RouteValues);
            http.Features.Set(address);
        }

        return address;
    }

    private T? Parse<T>(string name)
        where T : struct, ITextValue<T> => T.TryParse(route[name] as string, null, out var value) ? value : null;
}
