namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingMetadata
{
    public abstract string Name { get; }

    /// <summary><c>httpTrigger</c>, <c>timerTrigger</c>, <c>blobTrigger</c>, <c>queueTrigger</c>, <c>http</c>, <c>queue</c>.</summary>
    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
