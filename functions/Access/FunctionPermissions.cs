using System.Collections.Concurrent;
using System.Reflection;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>Reads the permission that each function declares.</summary>
public sealed class FunctionPermissions
{
    private readonly ConcurrentDictionary<string, Permission?> known = new(StringComparer.Ordinal);

    /// <returns>Null if the function declares nothing.</returns>
    public Permission? Of(FunctionDefinition function) => known.GetOrAdd(function.EntryPoint, Read);

    private static Permission? Read(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return typeof(FunctionPermissions)
            .Assembly.GetType(entryPoint[..dot])
            ?.GetMethod(entryPoint[(dot + 1)..])
            ?.GetCustomAttribute<RequiresAttribute>()
            ?.Permission;
    }
}
