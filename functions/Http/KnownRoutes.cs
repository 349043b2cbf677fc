using System.Reflection;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Http;

/// <summary>The addresses of the app's functions. They are collected when an unknown address is first requested.</summary>
public sealed class KnownRoutes
{
    private readonly Lazy<List<(TemplateMatcher Route, string[] Methods)>> routes = new(Find);

    /// <param name="path">Without the leading slash.</param>
    /// <returns>The methods that the address takes, in capitals; none if there is no such address.</returns>
    public IReadOnlyList<string> MethodsOf(string path) =>
        [
            .. routes
                .Value.Where(known => known.Route.TryMatch($"/{path}", []))
                .SelectMany(known => known.Methods)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static List<(TemplateMatcher Route, string[] Methods)> Find() =>
        [
            .. from type in typeof(KnownRoutes).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.IsDefined(typeof(FunctionAttribute))
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is { Route: not null, Methods.Length: > 0 }
            select (
                new TemplateMatcher(TemplateParser.Parse(trigger.Route!), []),
                trigger.Methods!.Select(name => name.ToUpperInvariant()).ToArray()
            ),
        ];
}
