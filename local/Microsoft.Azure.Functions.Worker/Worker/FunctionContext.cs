namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function and the middleware around it can see of one invocation.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract string FunctionId { get; }

    public abstract TraceContext TraceContext { get; }

    public abstract BindingContext BindingContext { get; }

    /// <summary>Null, despite its type, unless this invocation is a retry.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The scope of this invocation.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signalled before the host cuts off what runs at shutdown, and when an HTTP client goes away.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
