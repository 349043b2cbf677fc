namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingContext
{
    /// <summary>What the trigger tells of its event, by name: route and path parameters, message properties.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
