using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Avance.FunctionsHost.TestApp;

/// <summary>Adds a function that no worker can load: there is no such method.</summary>
internal sealed class WithBrokenFunction(IFunctionMetadataProvider inner) : IFunctionMetadataProvider
{
    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory)
    {
        var functions = await inner.GetFunctionMetadataAsync(directory);
        var broken = new DefaultFunctionMetadata
        {
            Language = "dotnet-isolated",
            Name = "Broken",
            EntryPoint = "Avance.FunctionsHost.TestApp.NoSuchClass.NoSuchMethod",
            ScriptFile = "Avance.FunctionsHost.TestApp.dll",
            RawBindings =
            [
                """{"name":"request","direction":"In","type":"httpTrigger","authLevel":"Anonymous","methods":["get"],"route":"broken"}""",
            ],
        };
        return functions.Add(broken);
    }
}
