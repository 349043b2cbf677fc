using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
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

    // By the table of attributes: asking each method of a thousand types costs a cold start ten milliseconds.
    private static IEnumerable<(MethodInfo Method, string Name)> Methods(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.CustomAttributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Parent.Kind != HandleKind.MethodDefinition || !IsFunction(metadata, attribute))
            {
                continue;
            }

            var method = assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(attribute.Parent));
            if (
                method is MethodInfo { IsPublic: true, DeclaringType: { IsClass: true, IsVisible: true } type } found
                && !type.IsGenericTypeDefinition
            )
            {
                yield return (found, found.GetCustomAttribute<FunctionAttribute>()!.Name);
            }
        }
    }

    private static bool IsFunction(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, nameof(FunctionAttribute))
            && metadata.StringComparer.Equals(type.Namespace, typeof(FunctionAttribute).Namespace!);
    }

    private static bool IsPlatform(string name) =>
        name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name.StartsWith("Azure.", StringComparison.Ordinal)
        || name is "netstandard" or "mscorlib";

    private static bool IsTrue(string? value) => value == "1" || (bool.TryParse(value, out var flag) && flag);
}
