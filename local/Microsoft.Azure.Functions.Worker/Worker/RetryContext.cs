namespace Microsoft.Azure.Functions.Worker;

public abstract class RetryContext
{
    /// <summary>1 for the first retry.</summary>
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
