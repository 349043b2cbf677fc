using System.Text.Json;
using Avance.FunctionsHost.Protocol;

namespace Avance.FunctionsHost.Worker;

/// <summary>A function as its worker describes it.</summary>
internal sealed record Function(RpcFunctionMetadata Metadata, JsonElement Trigger)
{
    public string Name => Metadata.Name;

    public string Id => Metadata.FunctionId;

    /// <summary>As in function.json: httpTrigger, timerTrigger, queueTrigger, blobTrigger.</summary>
    public string TriggerType => Text("type")!;

    /// <summary>The name of the parameter that the trigger is bound to.</summary>
    public string ParameterName => Text("name")!;

    /// <summary>True if the worker wants a reference that it opens itself, not the content.</summary>
    public bool IsDeferred =>
        Trigger.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("supportsDeferredBinding", out var deferred)
        && bool.TryParse(deferred.ToString(), out var value)
        && value;

    /// <exception cref="InvalidOperationException">It has no trigger, or more than one.</exception>
    public static Function From(RpcFunctionMetadata metadata)
    {
        JsonElement[] triggers =
        [
            .. metadata
                .RawBindings.Select(binding => JsonDocument.Parse(binding).RootElement)
                .Where(binding =>
                    binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)
                ),
        ];
        return triggers is [var trigger]
            ? new Function(metadata, trigger)
            : throw new InvalidOperationException($"The function {metadata.Name} has {triggers.Length} triggers.");
    }

    /// <summary>A property of the trigger; null if it is missing.</summary>
    public string? Text(string property) =>
        Trigger.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;

    /// <summary>A property of the trigger that is true or false.</summary>
    public bool Flag(string property, bool otherwise) => bool.TryParse(Text(property), out var flag) ? flag : otherwise;
}
