using System.Reflection;
using Avance.Functions;
using Avance.Functions.Http;
using Avance.Testing.Builders;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Testing.Drivers;

/// <summary>A function of the app that answers HTTP, as its attributes declare it.</summary>
public sealed record HttpFunction(string Name, string Method, string Route, Permission? Permission)
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. FunctionMethods
            .Select(method =>
                (
                    Method: method,
                    Trigger: method
                        .GetParameters()
                        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                        .FirstOrDefault(trigger => trigger is not null)
                )
            )
            .Where(function => function.Trigger is not null)
            .SelectMany(function =>
                (function.Trigger!.Methods ?? ["get"]).Select(verb => new HttpFunction(
                    function.Method.GetCustomAttribute<FunctionAttribute>()!.Name,
                    verb.ToUpperInvariant(),
                    function.Trigger!.Route!,
                    function.Method.GetCustomAttribute<RequiresAttribute>()?.Permission
                ))
            ),
    ];

    /// <summary>The methods of the app that are functions, whatever triggers them.</summary>
    public static IEnumerable<MethodInfo> FunctionMethods =>
        typeof(AvanceApp)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FunctionAttribute)));

    /// <summary>The address with the plan, period and activity of the tests in place of its parameters.</summary>
    public string Path =>
        "/"
        + Route
            .Replace("{planId}", TestPlan.Id.ToString(), StringComparison.Ordinal)
            .Replace("{period}", "2023-II", StringComparison.Ordinal)
            .Replace("{number}", "34", StringComparison.Ordinal)
            .Replace("{unit}", "OGRH", StringComparison.Ordinal)
            .Replace("{year}", "2022", StringComparison.Ordinal)
            .Replace("{name}", "avance.css", StringComparison.Ordinal);
}
