using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Finds the functions of the entry assembly and of the assemblies that it references.</summary>
internal static class FunctionDiscovery
{
    private static readonly AssemblyName Worker = typeof(FunctionAttribute).Assembly.GetName();

    public static IReadOnlyList<DiscoveredFunction> Find(IConfiguration configuration)
    {
        var wanted = configuration
            .GetSection(HostJson.Section("functions"))
            .GetChildren()
            .Select(s => s.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, DiscoveredFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, name) in Candidates().SelectMany(Methods))
        {
            if (wanted.Count > 0 && !wanted.Contains(name))
            {
                continue;
            }

            var function = DiscoveredFunction.From(method, name);
            if (!found.TryAdd(name, function))
            {
                throw new InvalidOperationException(
                    $"Two functions are named {name}: {found[name].Definition.EntryPoint} and {function.Definition.EntryPoint}."
                );
            }

            function.IsDisabled =
                IsTrue(configuration[$"AzureWebJobs.{name}.Disabled"])
                || IsTrue(configuration[$"AzureWebJobs:{name}:Disabled"]);
        }

        return [.. found.Values];
    }

    private static IEnumerable<Assembly> Candidates()
    {
        if (Assembly.GetEntryAssembly() is not { } entry)
        {
            yield break;
        }

        yield return entry;
        foreach (var reference in entry.GetReferencedAssemblies())
        {
            // Loading an assembly costs about a millisecond: those of the platform have no functions.
            if (IsPlatform(reference.Name!) || reference.Name == Worker.Name)
            {
                continue;
            }

            var assembly = Assembly.Load(reference);
            if (assembly.GetReferencedAssemblies().Any(name => name.Name == Worker.Name))
            {
                yield return assembly;
            }
        }
    }

    private static IEnumerable<(MethodInfo Method, string Name)> Methods(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (!type.IsClass || !type.IsVisible || type.IsGenericTypeDefinition)
            {
                continue;
            }

            foreach (
                var method in type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
            )
            {
                if (!method.IsSpecialName && method.GetCustomAttribute<FunctionAttribute>() is { } function)
                {
                    yield return (method, function.Name);
                }
            }
        }
    }

    private static bool IsPlatform(string name) =>
        name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name.StartsWith("Azure.", StringComparison.Ordinal)
        || name is "netstandard" or "mscorlib";

    private static bool IsTrue(string? value) => value == "1" || (bool.TryParse(value, out var flag) && flag);
}
