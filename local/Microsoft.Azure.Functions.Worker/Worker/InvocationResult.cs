namespace Microsoft.Azure.Functions.Worker;

public abstract class InvocationResult : InvocationResult<object>;

public abstract class InvocationResult<T>
{
    /// <summary>What the function returned. Middleware may replace it.</summary>
    public abstract T? Value { get; set; }
}
