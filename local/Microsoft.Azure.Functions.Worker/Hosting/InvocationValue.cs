namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class InvocationValue : InvocationResult
{
    public override object? Value { get; set; }
}
